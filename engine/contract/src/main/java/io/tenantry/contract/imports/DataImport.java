package io.tenantry.contract.imports;

import io.tenantry.contract.Coded;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A data import and how far it is.
 *
 * @param importId its id
 * @param workspace the workspace, and blueprint, it is for
 * @param routingField the column by which rows are split
 * @param status where it stands
 * @param tenantsTotal how many tenants the source has; 0 until the rows are sorted
 * @param tenantsDone how many have their rows
 * @param tenantsFailed how many failed; nothing of the import is in them
 * @param rowsCopied rows in the tenants that are done
 * @param errors {@code tenant 'x': reason} for each that failed, at most 1000; or why all failed
 * @param warnings what is copied whole, left out, or kept
 * @param tenants what each value became; only {@link Imports#status} fills it
 * @param createdAt UTC, whole seconds
 * @param completedAt UTC, whole seconds; absent until it ended
 */
public record DataImport(
    ImportId importId,
    WorkspaceName workspace,
    String routingField,
    ImportStatus status,
    int tenantsTotal,
    int tenantsDone,
    int tenantsFailed,
    long rowsCopied,
    List<String> errors,
    List<String> warnings,
    List<MappedTenant> tenants,
    Instant createdAt,
    Optional<Instant> completedAt) {
  /** Copies the lists. */
  public DataImport {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
    tenants = List.copyOf(tenants);
  }

  /**
   * What became of a value of the routing field.
   *
   * @param value the value as text
   * @param tenantId its tenant
   * @param state where the tenant stands
   * @param rows how many rows belong to it; once it is done, how many were copied
   */
  public record MappedTenant(String value, String tenantId, State state, long rows) {}

  /** Where one tenant of an import stands. */
  public enum State implements Coded {
    /** Its turn has not ended. */
    PENDING,
    /** It has its rows. */
    DONE,
    /** It is as it was before. */
    FAILED,
    /** The import was cancelled before its turn. */
    CANCELLED
  }

  /** Returns the ended share of the tenants, failed ones included: 0–1, rounded to 3 decimals. */
  public double progress() {
    if (tenantsTotal == 0) {
      return status.ended() ? 1.0 : 0.0;
    }
    double share = (double) (tenantsDone + tenantsFailed) / tenantsTotal;
    return Math.round(share * 1000) / 1000.0;
  }

  /** Returns the progress for people, for example {@code 8/12 tenants}. */
  public String progressDisplay() {
    return (tenantsDone + tenantsFailed) + "/" + tenantsTotal + " tenants";
  }
}
