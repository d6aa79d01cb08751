package io.tenantry.client.drills;

import io.tenantry.client.http.HttpCalls;
import io.tenantry.contract.drills.Drill;
import io.tenantry.contract.drills.DrillId;
import io.tenantry.contract.drills.DrilledDatabase;
import io.tenantry.contract.drills.Drills;
import io.tenantry.contract.drills.ReportCheck;
import io.tenantry.contract.drills.SignedReport;
import io.tenantry.contract.drills.StartDrill;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.drills.DrillEndpoints;
import java.util.List;
import java.util.Optional;

/** Drills over HTTP. */
public final class RemoteDrills implements Drills {
  private final HttpCalls calls;

  /** Uses the calls of one credential. */
  public RemoteDrills(HttpCalls calls) {
    this.calls = calls;
  }

  @Override
  public Drill start(StartDrill request) {
    return calls.sendLong(DrillEndpoints.START, request).drill();
  }

  @Override
  public Drill get(DrillId id) {
    return calls.call(DrillEndpoints.GET, id).drill();
  }

  @Override
  public List<Drill> list() {
    return calls.call(DrillEndpoints.LIST).drills();
  }

  @Override
  public Drill stop(DrillId id) {
    return calls.call(DrillEndpoints.STOP, id).drill();
  }

  @Override
  public Page<DrilledDatabase> databases(
      DrillId id, Optional<DrilledDatabase.Outcome> outcome, PageRequest page) {
    QueryParameters query =
        QueryParameters.none()
            .with("outcome", outcome.map(DrilledDatabase.Outcome::code))
            .withPage(page);
    return calls.call(DrillEndpoints.DATABASES, query, id).page();
  }

  @Override
  public SignedReport report(DrillId id) {
    return calls.call(DrillEndpoints.REPORT, id);
  }

  @Override
  public ReportCheck check(SignedReport report) {
    return calls.send(DrillEndpoints.CHECK, report).result();
  }
}
