package io.tenantry.core.imports;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.imports.ImportId;
import io.tenantry.contract.imports.ImportStatus;
import io.tenantry.core.blueprints.BlueprintHead;
import io.tenantry.core.imports.ImportRepository.Pending;
import io.tenantry.core.jobs.Fault;
import io.tenantry.core.jobs.StopSignal;
import io.tenantry.core.schema.SchemaReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works one import off.
 *
 * <p>Steps, and what a crash after each leaves:
 *
 * <ol>
 *   <li>The rows of the copy of the source are sorted into a file. Crash: it is made anew.
 *   <li>One transaction notes its tenants. Crash: the next opening goes on with them.
 *   <li>Batch by batch, tenants get their rows ({@link ImportTenants}); failures are noted after a
 *       batch. Crash: a tenant that failed is tried again.
 *   <li>The import ends. Crash: the next opening removes its files.
 * </ol>
 */
final class ImportRun {
  private static final int BATCH = 32;
  private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

  private final ImportEngine engine;
  private final ImportId id;
  private final StopSignal stop;

  ImportRun(ImportEngine engine, ImportId id, StopSignal stop) {
    this.engine = engine;
    this.id = id;
    this.stop = stop;
  }

  void run() {
    Optional<String> error =
        Fault.guard(
            "Import " + id,
            () -> {
              try {
                work();
                return Optional.empty();
              } catch (EngineException e) {
                LOG.warn("Import {} stopped: {}", id, e.message(), e);
                return Optional.of(
                    e.code() == ErrorCode.INTERNAL_ERROR ? "internal error" : e.message());
              }
            },
            _ -> Optional.of("internal error"));
    if (!stop.isStopped()) {
      finish(error);
    }
  }

  private void work() {
    ImportRow row = row();
    BlueprintHead blueprint = engine.blueprint(row.project(), row.workspace());
    CopyPlan plan = engine.plan(id, blueprint, row.options());
    TenantCopy copy = new TenantCopy(id, engine.files(), plan, stop::isStopped);
    engine.tenants().recover(row, blueprint, copy);
    if (!row.isSorted()) {
      sort(row, plan);
    }
    long after = -1;
    List<Pending> batch = next(after);
    while (!batch.isEmpty() && !stop.isStopped() && !row().isCancelling()) {
      bring(new ImportTenants.Work(row, blueprint, copy, batch));
      after = batch.getLast().owner();
      batch = next(after);
    }
  }

  private void sort(ImportRow row, CopyPlan plan) {
    List<TableWay> ways =
        engine.withCopy(
            id, source -> TableWays.of(SchemaReader.read(source), row.options().routingField()));
    SortedRows.Found found =
        SortedRows.write(
            engine.sqlite(), engine.files().source(id), engine.files().sorted(id), ways);
    List<String> warnings = new ArrayList<>(row.warnings());
    warnings.addAll(plan.warnings());
    warnings.addAll(found.warnings());
    engine
        .catalog()
        .execute(handle -> ImportRepository.sorted(handle, id, found.owners(), warnings));
  }

  private void bring(ImportTenants.Work work) {
    Map<Long, String> failed = engine.tenants().bring(work);
    if (!failed.isEmpty() && !stop.isStopped()) {
      engine
          .catalog()
          .execute(
              handle ->
                  failed.forEach(
                      (owner, reason) -> ImportRepository.failed(handle, id, owner, reason)));
    }
  }

  private List<Pending> next(long after) {
    return engine.catalog().read(handle -> ImportRepository.pending(handle, id, after, BATCH));
  }

  private ImportRow row() {
    return engine
        .catalog()
        .read(handle -> ImportRepository.find(handle, id))
        .orElseThrow(() -> EngineException.notFound("Import not found: " + id));
  }

  private void finish(Optional<String> error) {
    engine
        .catalog()
        .execute(
            handle ->
                ImportRepository.find(handle, id)
                    .ifPresent(
                        row -> {
                          ImportStatus status = status(row, error);
                          ImportRepository.cancelPending(handle, id);
                          ImportRepository.finish(
                              handle, id, status, error, engine.clock().instant());
                        }));
    engine.files().remove(id);
  }

  private static ImportStatus status(ImportRow row, Optional<String> error) {
    boolean allEnded = row.counts().done() + row.counts().failed() == row.counts().total();
    if (error.isPresent() || row.counts().failed() > 0 && allEnded) {
      return ImportStatus.FAILED;
    }
    return row.isCancelling() && !(row.isSorted() && allEnded)
        ? ImportStatus.CANCELLED
        : ImportStatus.COMPLETED;
  }
}
