-- Lists of tenants reach any position inside an index, without reading rows.

DROP INDEX tenant_project;
CREATE INDEX tenant_project ON tenant (project_id, id, status);
CREATE INDEX tenant_name ON tenant (project_id, name, status);

DROP INDEX tenant_database_blueprint;
CREATE INDEX tenant_database_blueprint
  ON tenant_database (blueprint_id, minor, tenant_id, status, isolation_level);
