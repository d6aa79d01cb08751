package io.tenantry.app.errors;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.tasks.IncidentCodes;
import io.tenantry.contract.Coded;
import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.ConnectionFailure;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.contract.error.PartFailure;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorPresenterTest {
  private final Notices notices = new Notices();
  private final ErrorPresenter errors = new ErrorPresenter(notices);

  @ParameterizedTest
  @EnumSource
  void everyCodeSaysWhatToDoNext(ErrorCode code) {
    assertTells(new EngineException(code, "why it is so"), "Why it is so.");
  }

  @ParameterizedTest
  @EnumSource
  void everyFailureOfTheLineHasWordsOfItsOwn(ConnectionFailure failure) {
    EngineException error = EngineException.unreachable(failure, "cannot reach it", null);
    assertTells(error, "Cannot reach it.");
    assertThat(errors.describe(error).title()).doesNotContain("broke in the engine");
  }

  @Test
  void failuresOfTheLineAreToldApart() {
    Stream<String> titles =
        Stream.of(ConnectionFailure.values())
            .map(failure -> EngineException.unreachable(failure, "no", null))
            .map(error -> errors.describe(error).title());
    assertThat(titles).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "INTERNAL_ERROR, disk_full, The disk is full",
    "INTERNAL_ERROR, access_denied, The engine may not use a file",
    "CONFLICT, locked, Another process has the data folder open",
    "BAD_REQUEST, foreign, This is no data folder of Tenantry",
    "BAD_REQUEST, newer_version, A newer Tenantry made this data folder",
    "BAD_REQUEST, unusable, The data folder cannot be used",
    "BAD_REQUEST, not_a_database, A file of the data folder is no database",
    "BAD_REQUEST, key_missing, The key of the data folder is missing",
    "BAD_REQUEST, missing, There is no data folder",
    "CONFLICT, port_in_use, The port is taken",
    "CONFLICT, cannot_listen, The address cannot be used",
    "CONFLICT, session_closed, The session has ended",
    "CONFLICT, session_expired, The session rested for too long",
    "BAD_REQUEST, too_many_rows, The answer has too many rows",
    "CONFLICT, Blueprint 'main' deployed to 2 production tenants, It cannot be done now",
  })
  void reasonsAreToldByTheirName(ErrorCode code, String reason, String title) {
    EngineException error = new EngineException(code, "why", Map.of("reason", reason), null);
    assertTells(error, "Why.");
    assertThat(errors.describe(error).title()).isEqualTo(title);
  }

  @Test
  void aPartOfManySaysWhyInOurWords() {
    EngineException refusal =
        EngineException.conflict(
                ConflictKind.STATE, "Tenant 'acme' is in trash. Use POST /tenants/acme/restore")
            .because(FailureReason.IN_TRASH)
            .with("tenant_id", "acme");
    assertThat(ErrorPresenter.line(PartFailure.of(refusal)))
        .isEqualTo("In the trash. Restore it in Tenants.");
    assertThat(ErrorPresenter.naming(refusal))
        .isEqualTo("acme is in the trash. Restore it in Tenants first.");
    assertThat(ErrorPresenter.line(EngineException.badRequest("there is no such column")))
        .isEqualTo("There is no such column.");
  }

  @Test
  void aRoleThatIsTooLowIsNamed() {
    EngineException error = EngineException.roleRequired(List.of("admin", "write"), "read");
    assertThat(errors.describe(error).text())
        .isEqualTo("It needs the role admin or write; this key has read.");
  }

  @Test
  void tooManyRequestsSayHowLongToWait() {
    EngineException error =
        new EngineException(
            ErrorCode.RATE_LIMITED, "slow down", Map.of("retry_after_seconds", 12), null);
    assertThat(errors.describe(error).action()).isEqualTo("Wait 12 seconds, then try again.");
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfConflictHasARemedyOfItsOwn(ConflictKind kind) {
    EngineException error = EngineException.conflict(kind, "it is so");
    assertTells(error, "It is so.");
    assertThat(errors.describe(error).action().contains("Reload"))
        .isEqualTo(kind == ConflictKind.CHANGED);
  }

  @Test
  void aConflictDoesNotAdviseToReloadWhereThatCannotHelp() {
    Problem problem = errors.describe(EngineException.conflict("a later change needs it"));
    assertThat(problem.action()).doesNotContainIgnoringCase("reload");
  }

  @Test
  void aKeyThatWorkedBeforeIsRevokedNotWrong() {
    EngineException error = EngineException.unauthorized("Invalid API key");
    assertThat(errors.describe(error).title()).isEqualTo("The API key is not valid");
    assertThat(errors.describeLost(error).title()).isEqualTo("The API key is not valid any more");
  }

  @Test
  void aFaultOfTheConsoleShowsItsCodeAndNothingFromInside() {
    EngineException fault =
        IncidentCodes.of(
            "test", new IndexOutOfBoundsException("Index 3 out of bounds for length 3"));
    Problem problem = errors.describe(fault);
    assertThat(problem.title()).isEqualTo("Something broke in the console");
    assertThat(problem.text()).doesNotContain("Index 3");
    assertThat(problem.incident()).isPresent();
  }

  @Test
  void aFaultOfTheEngineShowsItsCode() {
    EngineException fault =
        new EngineException(
            ErrorCode.INTERNAL_ERROR, "internal error", Map.of("incident", "ab12"), null);
    assertThat(errors.describe(fault).incident()).contains("ab12");
    assertThat(errors.describe(fault).title()).isEqualTo("Something broke in the engine");
  }

  @Test
  void whatIsShownStaysUntilItIsClosed() {
    errors.show(EngineException.internal("broken", null));
    errors.show(EngineException.conflict("not now"));
    assertThat(notices.shown()).hasSize(2).noneMatch(notice -> notice.isPassing());
    assertThat(notices.shown().getFirst().tone()).isEqualTo(Tone.WARNING);
  }

  @Test
  void everyFaultHasATitleOfItsOwn() {
    assertThat(Stream.of(FaultKind.values()).map(fault -> fault.key() + ".title"))
        .allSatisfy(key -> assertThat(io.tenantry.app.text.Text.of(key)).isNotBlank());
  }

  private void assertTells(EngineException error, String reason) {
    Problem problem = errors.describe(error);
    assertThat(problem.title()).isNotBlank().doesNotEndWith(".");
    assertThat(problem.text()).isEqualTo(reason);
    assertThat(problem.action()).endsWith(".");
    assertThat(Coded.find(ErrorCode.class, error.code().code())).contains(error.code());
  }
}
