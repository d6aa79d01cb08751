package io.tenantry.core.drills;

import io.tenantry.contract.drills.Drill;
import io.tenantry.contract.drills.DrillId;
import io.tenantry.contract.drills.DrilledDatabase;
import io.tenantry.contract.drills.Drills;
import io.tenantry.contract.drills.ReportCheck;
import io.tenantry.contract.drills.SignedReport;
import io.tenantry.contract.drills.StartDrill;
import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.access.Caller;
import io.tenantry.core.tenants.PositionPage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The drills of a project as one caller may see and start them. Any thread. */
public final class DrillService implements Drills {
  private static final int ID_DIGITS = 12;

  private final DrillEngine engine;
  private final Caller caller;

  /** Creates the service for a caller; cheap. */
  public DrillService(DrillEngine engine, Caller caller) {
    this.engine = engine;
    this.caller = caller;
  }

  private void requireReading() {
    caller.requireRead();
    caller.requireProjectScope(caller.projectId().value());
  }

  @Override
  public Drill start(StartDrill request) {
    caller.requireAccountLevel();
    DrillId id =
        new DrillId(
            "drill_" + UUID.randomUUID().toString().replace("-", "").substring(0, ID_DIGITS));
    DrillRepository.Row drill = engine.catalog().write(handle -> write(handle, id, request));
    engine.start(drill);
    return drill.drill();
  }

  private DrillRepository.Row write(Handle handle, DrillId id, StartDrill request) {
    long number =
        DrillRepository.insert(
            handle, caller.projectId(), id, caller.author(), engine.clock().instant());
    int databases =
        request
            .sample()
            .map(sample -> DrillRepository.sample(handle, number, caller.projectId(), sample))
            .orElseGet(() -> named(handle, number, request.tenants()));
    if (databases == 0) {
      throw EngineException.conflict("No database to drill");
    }
    return DrillRepository.RUNS.find(handle, caller.projectId(), id.value()).orElseThrow();
  }

  private int named(Handle handle, long drill, List<TenantId> tenants) {
    int databases = 0;
    for (TenantId tenant : tenants.stream().distinct().toList()) {
      if (!DrillRepository.isTenant(handle, caller.projectId(), tenant)) {
        throw EngineException.notFound("Tenant not found: " + tenant);
      }
      databases += DrillRepository.add(handle, drill, caller.projectId(), tenant);
    }
    return databases;
  }

  @Override
  public Drill get(DrillId id) {
    requireReading();
    return engine.catalog().read(handle -> row(handle, id)).drill();
  }

  private DrillRepository.Row row(Handle handle, DrillId id) {
    return DrillRepository.RUNS
        .find(handle, caller.projectId(), id.value())
        .orElseThrow(() -> EngineException.notFound("Drill not found: " + id));
  }

  @Override
  public List<Drill> list() {
    requireReading();
    return engine
        .catalog()
        .read(handle -> DrillRepository.RUNS.newest(handle, caller.projectId(), LISTED))
        .stream()
        .map(DrillRepository.Row::drill)
        .toList();
  }

  @Override
  public Drill stop(DrillId id) {
    caller.requireAccountLevel();
    engine.stop(engine.catalog().read(handle -> row(handle, id)));
    return get(id);
  }

  @Override
  public Page<DrilledDatabase> databases(
      DrillId id, Optional<DrilledDatabase.Outcome> outcome, PageRequest wanted) {
    requireReading();
    PositionPage page =
        PositionPage.of(
            "drill." + outcome.map(DrilledDatabase.Outcome::code).orElse("all"), wanted);
    return engine
        .catalog()
        .read(
            handle -> {
              long drill = row(handle, id).number();
              return page.page(
                  DrilledRepository.page(handle, drill, outcome, page.limit(), page.offset())
                      .stream()
                      .map(DrilledRepository.Row::database)
                      .toList(),
                  DrilledRepository.count(handle, drill, outcome));
            });
  }

  @Override
  public SignedReport report(DrillId id) {
    requireReading();
    DrillRepository.Row row = engine.catalog().read(handle -> row(handle, id));
    if (row.report().isEmpty() || row.signature().isEmpty()) {
      throw EngineException.conflict(ConflictKind.BUSY, "Drill " + id + " is running");
    }
    return new SignedReport(
        row.report().get(), row.signature().get(), engine.signing().publicKey());
  }

  @Override
  public ReportCheck check(SignedReport report) {
    requireReading();
    return engine.signing().check(report);
  }
}
