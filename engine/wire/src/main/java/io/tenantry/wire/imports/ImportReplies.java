package io.tenantry.wire.imports;

import io.tenantry.contract.imports.DataImport;
import io.tenantry.contract.imports.FullImport;
import io.tenantry.contract.imports.ImportId;
import io.tenantry.contract.imports.ImportStatus;
import io.tenantry.contract.workspaces.SchemaImport;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Replies of data imports. */
public final class ImportReplies {
  private ImportReplies() {}

  /**
   * The imports into a workspace.
   *
   * @param count number of imports
   * @param imports newest first, without tenants
   */
  public record Listed(int count, List<Progress> imports) {
    /** Counts the imports. */
    public static Listed of(List<DataImport> imports) {
      return new Listed(imports.size(), imports.stream().map(Progress::of).toList());
    }
  }

  /**
   * An import and how far it is.
   *
   * @param importId its id
   * @param workspace the workspace it is for
   * @param routingField the column by which rows are split
   * @param status where it stands
   * @param progress ended share of the tenants, 0–1
   * @param progressDisplay the same for people
   * @param tenantsTotal how many tenants the source has
   * @param tenantsDone how many have their rows
   * @param tenantsFailed how many failed
   * @param rowsCopied rows in the tenants that are done
   * @param errors why tenants failed
   * @param warnings what is copied whole, left out, or kept
   * @param tenants what each value became
   * @param createdAt when it was started
   * @param completedAt when it ended
   */
  public record Progress(
      ImportId importId,
      WorkspaceName workspace,
      String routingField,
      ImportStatus status,
      double progress,
      String progressDisplay,
      int tenantsTotal,
      int tenantsDone,
      int tenantsFailed,
      long rowsCopied,
      List<String> errors,
      List<String> warnings,
      List<DataImport.MappedTenant> tenants,
      Instant createdAt,
      Optional<Instant> completedAt) {
    /** Adds the progress. */
    public static Progress of(DataImport data) {
      return new Progress(
          data.importId(),
          data.workspace(),
          data.routingField(),
          data.status(),
          data.progress(),
          data.progressDisplay(),
          data.tenantsTotal(),
          data.tenantsDone(),
          data.tenantsFailed(),
          data.rowsCopied(),
          data.errors(),
          data.warnings(),
          data.tenants(),
          data.createdAt(),
          data.completedAt());
    }

    /** Returns the contract's value. */
    public DataImport data() {
      return new DataImport(
          importId,
          workspace,
          routingField,
          status,
          tenantsTotal,
          tenantsDone,
          tenantsFailed,
          rowsCopied,
          errors,
          warnings,
          tenants,
          createdAt,
          completedAt);
    }
  }

  /**
   * A schema that was brought in, and the started import of the rows.
   *
   * @param importId id of the import of the rows
   * @param status where that stands
   * @param schema what became of the schema
   * @param data the import of the rows
   */
  public record Full(ImportId importId, ImportStatus status, SchemaImport schema, Progress data) {
    /** Adds the id and the status. */
    public static Full of(FullImport full) {
      return new Full(
          full.data().importId(), full.data().status(), full.schema(), Progress.of(full.data()));
    }

    /** Returns the contract's value. */
    public FullImport full() {
      return new FullImport(schema, data.data());
    }
  }
}
