package io.tenantry.wire.drills;

import io.tenantry.contract.drills.SignedReport;
import io.tenantry.contract.drills.StartDrill;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.wire.Body;
import io.tenantry.wire.Clearance;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.Nothing;
import io.tenantry.wire.json.Fields;

/** The calls of restore drills (an extension); {@code {id}} is a drill. */
public final class DrillEndpoints {
  /** Starts a drill. */
  public static final Endpoint<StartDrill, DrillReplies.One> START =
      Endpoint.post(
              "/drills",
              Body.of(DrillEndpoints::start, DrillReplies.Start::of),
              DrillReplies.One.class)
          .created()
          .needs(Clearance.ACCOUNT);

  /** Lists the newest drills. */
  public static final Endpoint<Nothing, DrillReplies.Listed> LIST =
      Endpoint.get("/drills", DrillReplies.Listed.class).needs(Clearance.READER_OF_ALL);

  /** Checks a report. */
  public static final Endpoint<SignedReport, DrillReplies.Checked> CHECK =
      Endpoint.post("/drills/check", Body.of(DrillEndpoints::report), DrillReplies.Checked.class)
          .needs(Clearance.READER_OF_ALL);

  /** Returns a drill. */
  public static final Endpoint<Nothing, DrillReplies.One> GET =
      Endpoint.get("/drills/{id}", DrillReplies.One.class).needs(Clearance.READER_OF_ALL);

  /** Stops a drill. */
  public static final Endpoint<Nothing, DrillReplies.One> STOP =
      Endpoint.post("/drills/{id}/stop", DrillReplies.One.class).needs(Clearance.ACCOUNT);

  /** Lists what a drill found. */
  public static final Endpoint<Nothing, DrillReplies.Databases> DATABASES =
      Endpoint.get("/drills/{id}/databases", DrillReplies.Databases.class)
          .needs(Clearance.READER_OF_ALL);

  /** Returns the report of a drill. */
  public static final Endpoint<Nothing, SignedReport> REPORT =
      Endpoint.get("/drills/{id}/report", SignedReport.class).needs(Clearance.READER_OF_ALL);

  private DrillEndpoints() {}

  private static StartDrill start(Fields body) {
    return new StartDrill(
        body.texts("tenant_ids").stream().map(TenantId::existing).toList(),
        body.optionalInteger("sample"));
  }

  private static SignedReport report(Fields body) {
    return new SignedReport(body.text("text"), body.text("signature"), body.text("public_key"));
  }
}
