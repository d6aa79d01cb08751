package io.tenantry.wire.imports;

import io.tenantry.contract.imports.AnalyzeImport;
import io.tenantry.contract.imports.ImportAnalysis;
import io.tenantry.contract.imports.StartImport;
import io.tenantry.wire.Body;
import io.tenantry.wire.Clearance;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.Nothing;
import io.tenantry.wire.SourceConnections;
import io.tenantry.wire.json.Fields;

/** The calls of data imports; {@code {id}} is the name of the workspace. */
public final class ImportEndpoints {
  /** The query parameter that names an import. */
  public static final String ID = "import_id";

  private static final Body<AnalyzeImport> ANALYZE_BODY =
      Body.of(ImportEndpoints::analyze, AnalyzeBody::of);
  private static final Body<StartImport> START_BODY =
      Body.of(ImportEndpoints::start, StartBody::of);

  /** Counts the rows of each tenant of a source. */
  public static final Endpoint<AnalyzeImport, ImportAnalysis> ANALYZE =
      Endpoint.post("/workspaces/{id}/import-data/analyze", ANALYZE_BODY, ImportAnalysis.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Starts copying rows. */
  public static final Endpoint<StartImport, ImportReplies.Progress> START =
      Endpoint.post("/workspaces/{id}/import-data", START_BODY, ImportReplies.Progress.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Lists the imports into a workspace (an extension). */
  public static final Endpoint<Nothing, ImportReplies.Listed> LIST =
      Endpoint.get("/workspaces/{id}/import-data", ImportReplies.Listed.class);

  /** Returns how far an import is; {@code import_id} in the query. */
  public static final Endpoint<Nothing, ImportReplies.Progress> STATUS =
      Endpoint.get("/workspaces/{id}/import-data/status", ImportReplies.Progress.class);

  /** Ends an import (an extension); {@code import_id} in the query. */
  public static final Endpoint<Nothing, ImportReplies.Progress> CANCEL =
      Endpoint.post("/workspaces/{id}/import-data/cancel", ImportReplies.Progress.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Brings the schema in, then starts copying rows. */
  public static final Endpoint<StartImport, ImportReplies.Full> START_FULL =
      Endpoint.post("/workspaces/{id}/import-full", START_BODY, ImportReplies.Full.class)
          .needs(Clearance.ADMIN_OF_MANY);

  private ImportEndpoints() {}

  private static AnalyzeImport analyze(Fields body) {
    return new AnalyzeImport(SourceConnections.read(body), routingField(body));
  }

  private static StartImport start(Fields body) {
    Fields options = body.optionalObject("options").orElseGet(Fields::none);
    return new StartImport(
        SourceConnections.read(body),
        routingField(body),
        options.flag("drop_routing_column", true),
        options.flag("create_tenants", true));
  }

  private static String routingField(Fields body) {
    return body.optionalText("routing_field").orElse(AnalyzeImport.DEFAULT_ROUTING_FIELD);
  }

  private record AnalyzeBody(SourceConnections.Written connection, String routingField) {
    static AnalyzeBody of(AnalyzeImport request) {
      return new AnalyzeBody(SourceConnections.write(request.connection()), request.routingField());
    }
  }

  private record StartBody(
      SourceConnections.Written connection, String routingField, Options options) {
    static StartBody of(StartImport request) {
      return new StartBody(
          SourceConnections.write(request.connection()),
          request.routingField(),
          new Options(request.dropRoutingColumn(), request.createTenants()));
    }
  }

  private record Options(boolean dropRoutingColumn, boolean createTenants) {}
}
