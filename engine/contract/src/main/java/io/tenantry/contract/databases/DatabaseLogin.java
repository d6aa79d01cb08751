package io.tenantry.contract.databases;

import io.tenantry.contract.Check;
import io.tenantry.contract.Secret;

/**
 * What somebody shows to use one database. The password decides the project: names of databases are
 * unique inside a project only.
 *
 * @param database name of the database: {@code {blueprint}__{tenant}} or {@code
 *     {workspace}_workspace}
 * @param password the tenant's own password, the proxy password of an API key, or the project's
 */
public record DatabaseLogin(String database, Secret password) {
  /** Checks that there is a name. */
  public DatabaseLogin {
    Check.text("database", database, 200);
  }
}
