-- Imports of shared databases: the rows of each tenant are one step, and no step is done twice.

CREATE TABLE data_import (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  blueprint_id INTEGER NOT NULL REFERENCES blueprint (id) ON DELETE CASCADE,
  routing_field TEXT NOT NULL,
  drop_routing_column INTEGER NOT NULL,
  create_tenants INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('running', 'completed', 'failed', 'cancelled')),
  is_sorted INTEGER NOT NULL DEFAULT 0, -- its rows are sorted by tenant, and its tenants known
  is_cancelling INTEGER NOT NULL DEFAULT 0,
  warnings TEXT NOT NULL, -- JSON array of texts
  error TEXT, -- why all of it failed
  author TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  completed_at INTEGER
) STRICT;

CREATE INDEX data_import_blueprint ON data_import (blueprint_id, created_at);
CREATE INDEX data_import_running ON data_import (blueprint_id) WHERE status = 'running';

CREATE TABLE data_import_tenant (
  import_id TEXT NOT NULL REFERENCES data_import (id) ON DELETE CASCADE,
  owner INTEGER NOT NULL, -- its number in the sorted rows
  value TEXT NOT NULL, -- of the routing field
  name TEXT NOT NULL, -- the tenant id it became
  row_count INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'done', 'failed', 'cancelled')),
  error TEXT,
  PRIMARY KEY (import_id, owner)
) STRICT, WITHOUT ROWID;

CREATE INDEX data_import_tenant_state ON data_import_tenant (import_id, state, owner);
