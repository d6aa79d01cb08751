package io.tenantry.core.blueprints;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.workspaces.Change;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One recorded change that is in effect.
 *
 * @param addedMinor the version that it came with
 * @param summary what it does, for people
 * @param rowEffect what it does to rows, for people
 * @param loss what it loses, for people; older catalogs say only that it is destructive
 * @param statement all its SQL
 */
public record ChangeRow(
    long id,
    int addedMinor,
    String kind,
    String object,
    String summary,
    Optional<String> rowEffect,
    Optional<String> loss,
    String statement,
    Optional<String> revert,
    boolean destructive,
    long createdAt) {
  private static final String SPACE = " ";

  /** Says it in words; those of an older catalog have none of their own. */
  public ChangeRow {
    summary = summary.isEmpty() ? kind.replace("_", SPACE) + SPACE + object : summary;
    loss = destructive && loss.isEmpty() ? Optional.of(lossOf(kind, object)) : loss;
  }

  private static String lossOf(String kind, String object) {
    return switch (kind) {
      case "drop_column" -> "drops column " + object + " with its values";
      case "drop_table", "drop_virtual_table" -> "drops table " + object + " with its rows";
      default -> "loses values of " + object;
    };
  }

  /**
   * Returns it as the contract shows it.
   *
   * @param deployedTo how many tenants have it
   */
  public Change toChange(long deployedTo) {
    return new Change(
        id,
        new Version(1, addedMinor),
        kind,
        object,
        summary,
        statement,
        destructive,
        loss,
        rowEffect,
        revert.isPresent(),
        revert,
        deployedTo,
        Instant.ofEpochMilli(createdAt).truncatedTo(ChronoUnit.SECONDS));
  }
}
