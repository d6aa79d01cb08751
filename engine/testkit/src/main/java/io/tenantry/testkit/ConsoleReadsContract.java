package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.logs.LogEntry;
import io.tenantry.contract.logs.LogFilter;
import io.tenantry.contract.logs.LogPage;
import io.tenantry.contract.logs.LogPageRequest;
import io.tenantry.contract.logs.LogSearch;
import io.tenantry.contract.logs.Logs;
import io.tenantry.contract.logs.ProjectLogs;
import io.tenantry.contract.logs.QueryPattern;
import io.tenantry.contract.logs.QuerySource;
import io.tenantry.contract.queries.TenantQuery;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What logs make of queries that a console runs to show a database. */
public abstract class ConsoleReadsContract extends LogSuite {
  @Test
  void whatAConsoleReadsOfItsOwnAccordIsKeptAndCountedNowhere() {
    TestProject project = shop();
    TenantQuery own = new TenantQuery(WAYNE, MAIN, "SELECT 'shown'").ofConsole();
    project.admin().queries().tenant(own);
    project.run(WAYNE, MAIN, "SELECT 'asked'");
    project.admin().queries().tenant(own);
    refused("source console is for statements that read", project, "INSERT INTO t (a) VALUES (1)");

    Logs logs = project.admin().logs();
    assertThat(queries(logs.list(WAYNE, LogFilter.none(), 50, 0)))
        .containsExactly("SELECT 'asked'");
    assertThat(logs.list(WAYNE, LogFilter.none(), 1, 1).logs()).isEmpty();
    assertThat(logs.stats(WAYNE).totalQueries()).isEqualTo(1);
    assertThat(logs.patterns(WAYNE, LogFilter.none()))
        .extracting(QueryPattern::count)
        .containsExactly(1L);
    LogFilter byConsole =
        new LogFilter(
            Optional.empty(), Optional.empty(), Optional.of(QuerySource.CONSOLE), Optional.empty());
    LogPage kept = logs.list(WAYNE, byConsole, 50, 0);
    assertThat(queries(kept)).containsExactly("SELECT 'shown'", "SELECT 'shown'");
    assertThat(kept.logs()).extracting(LogEntry::source).containsOnly(QuerySource.CONSOLE);

    ProjectLogs all = project.admin().projectLogs();
    assertThat(all.list(LogSearch.all(), LogPageRequest.first(50)).total()).contains(1L);
    assertThat(
            all.list(LogSearch.all().over(QuerySource.CONSOLE), LogPageRequest.first(50)).total())
        .contains(2L);
  }

  private static void refused(String why, TestProject project, String sql) {
    assertThatThrownBy(
            () -> project.admin().queries().tenant(new TenantQuery(WAYNE, MAIN, sql).ofConsole()))
        .hasMessage(why);
  }

  private static List<String> queries(LogPage page) {
    return page.logs().stream().map(LogEntry::query).toList();
  }
}
