package io.tenantry.contract.queries;

import io.tenantry.contract.Check;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.logs.QuerySource;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.Optional;

/**
 * One statement for one tenant.
 *
 * @param tenant the tenant
 * @param blueprint which of its databases, by blueprint name
 * @param query exactly one SQL statement, at most 1,000,000 characters
 * @param params values for its parameters
 * @param asOf the time whose state is asked; empty for now (an extension; isolation level 2 only,
 *     and only for statements that read)
 * @param source as what it is noted in the log: {@link QuerySource#API}, or {@link
 *     QuerySource#CONSOLE} for what a console reads of its own accord (an extension; only for
 *     statements that read)
 */
public record TenantQuery(
    TenantId tenant,
    WorkspaceName blueprint,
    String query,
    Parameters params,
    Optional<Instant> asOf,
    QuerySource source) {
  /**
   * Checks the statement's text and the source.
   *
   * @throws EngineException BAD_REQUEST {@code source must be api or console}
   */
  public TenantQuery {
    Check.text("query", query, 1_000_000);
    if (source == QuerySource.PROXY) {
      throw EngineException.badField("source", "source must be api or console");
    }
  }

  /** A statement on the state of now. */
  public TenantQuery(TenantId tenant, WorkspaceName blueprint, String query, Parameters params) {
    this(tenant, blueprint, query, params, Optional.empty(), QuerySource.API);
  }

  /**
   * Lets only statements on the state of now pass.
   *
   * @throws EngineException BAD_REQUEST naming {@code as_of}
   */
  public void requireNow() {
    if (asOf.isPresent()) {
      throw EngineException.badField(
          "as_of", "as_of is for queries on one tenant; use POST /tenants/{id}/query");
    }
  }

  /** Returns the same statement on the state of a time. */
  public TenantQuery at(Instant time) {
    return new TenantQuery(tenant, blueprint, query, params, Optional.of(time), source);
  }

  /** Returns the same statement as one that a console runs of its own accord. */
  public TenantQuery ofConsole() {
    return new TenantQuery(tenant, blueprint, query, params, asOf, QuerySource.CONSOLE);
  }

  /** A statement without parameters. */
  public TenantQuery(TenantId tenant, WorkspaceName blueprint, String query) {
    this(tenant, blueprint, query, Parameters.none());
  }
}
