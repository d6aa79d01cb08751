package io.tenantry.testkit;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.nio.file.Path;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What all suites share: one engine per class, opened by the subclass, and a project of its own per
 * test, so that tests cannot see each other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ContractSuite {
  private @Nullable EngineFixture fixture;
  private @Nullable Path sources;
  private int projects;

  /** Opens the kind of engine that is under test. */
  protected abstract EngineFixture open(Path folder, SignupRule signup);

  @BeforeAll
  final void openEngine(@TempDir Path folder) {
    sources = folder.resolve("sources");
    fixture = open(folder.resolve("data"), SignupRule.OPEN);
  }

  @AfterAll
  final void closeEngine() {
    if (fixture != null) {
      fixture.close();
    }
  }

  /** Returns the engine that the tests of this class share. */
  protected final EngineFixture fixture() {
    return Objects.requireNonNull(fixture);
  }

  /** Returns the folder whose files the engine may import; it is made by those who need it. */
  protected final Path sources() {
    return Objects.requireNonNull(sources);
  }

  /** Returns the folder of the engine, for tests that touch its files behind its back. */
  protected final Path data() {
    return sources().resolveSibling("data");
  }

  /** Creates an empty project that no other test uses. */
  protected final TestProject project() {
    return TestProject.create(fixture(), "Project " + ++projects);
  }

  /** Runs what must be refused and returns the error. */
  protected static EngineException refusal(ThrowingCallable call) {
    return Assertions.catchThrowableOfType(EngineException.class, call);
  }

  /** Asserts that a call is refused with exactly this code and message. */
  protected static void assertRefused(ErrorCode code, String message, ThrowingCallable call) {
    EngineException error = refusal(call);
    Assertions.assertThat(error).as("refusal").isNotNull();
    Assertions.assertThat(error.code() + ": " + error.message()).isEqualTo(code + ": " + message);
  }

  /** Asserts that a call is refused with this code. */
  protected static void assertRefused(ErrorCode code, ThrowingCallable call) {
    Assertions.assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            EngineException.class,
            error -> Assertions.assertThat(error.code()).as(error.message()).isEqualTo(code));
  }
}
