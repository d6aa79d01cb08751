package io.tenantry.contract.logs;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of a project are wanted. What is empty does not restrict.
 *
 * @param tenant only those of this tenant
 * @param blueprint only those on databases of this blueprint
 * @param type only failed or only slow ones
 * @param source only those that came over this door; empty for all but {@link QuerySource#CONSOLE}
 * @param text part of the query's text or of its error, in any case, 1–200 characters
 * @param pattern only those of this pattern, as {@link QueryPattern#pattern} has it, 1–4096
 *     characters
 * @param from only those that ended at this instant or later
 * @param until only those that ended before this instant
 */
public record LogSearch(
    Optional<TenantId> tenant,
    Optional<WorkspaceName> blueprint,
    Optional<LogType> type,
    Optional<QuerySource> source,
    Optional<String> text,
    Optional<String> pattern,
    Optional<Instant> from,
    Optional<Instant> until) {
  private static final int LONGEST_TEXT = 200;
  private static final int LONGEST_PATTERN = 4096;
  private static final LogSearch ALL =
      new LogSearch(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * Checks the texts and the times.
   *
   * @throws EngineException BAD_REQUEST {@code search must have at most 200 characters}, {@code
   *     pattern must have at most 4096 characters}, {@code until must be after from}
   */
  public LogSearch {
    text = bounded("search", text, LONGEST_TEXT);
    pattern = bounded("pattern", pattern, LONGEST_PATTERN);
    if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
      throw EngineException.badField("until", "until must be after from");
    }
  }

  private static Optional<String> bounded(String field, Optional<String> value, int most) {
    if (value.filter(each -> each.length() > most).isPresent()) {
      throw EngineException.badField(field, field + " must have at most " + most + " characters");
    }
    return value.filter(each -> !each.isEmpty());
  }

  /** Every entry that is kept. */
  public static LogSearch all() {
    return ALL;
  }

  /** The same of one tenant. */
  public LogSearch ofTenant(TenantId only) {
    return new LogSearch(Optional.of(only), blueprint, type, source, text, pattern, from, until);
  }

  /** The same on databases of one blueprint. */
  public LogSearch onBlueprint(WorkspaceName only) {
    return new LogSearch(tenant, Optional.of(only), type, source, text, pattern, from, until);
  }

  /** The same, only failed or only slow ones. */
  public LogSearch ofType(LogType only) {
    return new LogSearch(tenant, blueprint, Optional.of(only), source, text, pattern, from, until);
  }

  /** The same over one door. */
  public LogSearch over(QuerySource only) {
    return new LogSearch(tenant, blueprint, type, Optional.of(only), text, pattern, from, until);
  }

  /** The same with a text in the query or its error. */
  public LogSearch containing(String only) {
    return new LogSearch(tenant, blueprint, type, source, Optional.of(only), pattern, from, until);
  }

  /** The same of one pattern. */
  public LogSearch ofPattern(String only) {
    return new LogSearch(tenant, blueprint, type, source, text, Optional.of(only), from, until);
  }

  /** The same from an instant on. */
  public LogSearch since(Instant start) {
    return new LogSearch(tenant, blueprint, type, source, text, pattern, Optional.of(start), until);
  }

  /** The same before an instant. */
  public LogSearch before(Instant end) {
    return new LogSearch(tenant, blueprint, type, source, text, pattern, from, Optional.of(end));
  }
}
