-- Deployments in depth: stages, budgets, pauses, dry runs, undo. SQLite cannot widen a CHECK, so both
-- tables are made anew; the child goes first, so that no row is deleted by a cascade.

CREATE TABLE deployment_new (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  blueprint_id INTEGER NOT NULL REFERENCES blueprint (id) ON DELETE CASCADE,
  kind TEXT NOT NULL DEFAULT 'deploy' CHECK (kind IN ('deploy', 'undo')),
  minor INTEGER NOT NULL, -- of an undo: the oldest that a tenant goes back to
  status TEXT NOT NULL CHECK (status IN ('pending', 'running', 'completed', 'failed', 'paused',
                                         'cancelled')),
  -- 0 while a tenant may have been changed without a note of it, whatever the status says
  settled INTEGER NOT NULL DEFAULT 0,
  dry_run INTEGER NOT NULL DEFAULT 0,
  allow_downgrade INTEGER NOT NULL DEFAULT 0,
  safety_backup INTEGER, -- NULL: only for tenants that may lose data
  workers INTEGER NOT NULL DEFAULT 8,
  total INTEGER NOT NULL,
  -- NULL in both: whatever fails
  max_failures INTEGER,
  max_failures_percent INTEGER,
  pause_between INTEGER NOT NULL DEFAULT 0,
  forgiven INTEGER NOT NULL DEFAULT 0, -- failures that a resume accepted
  stage INTEGER NOT NULL DEFAULT 1, -- the one under way
  undo_of TEXT,
  undo_mode TEXT CHECK (undo_mode IN ('plan', 'backup')),
  -- the blueprint's limits that tenants get when it ends
  query_timeout_ms INTEGER NOT NULL,
  max_rows_per_query INTEGER NOT NULL,
  max_connections INTEGER NOT NULL,
  author TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  started_at INTEGER,
  completed_at INTEGER
) STRICT;

CREATE TABLE deployment_tenant_new (
  deployment_id TEXT NOT NULL REFERENCES deployment_new (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('pending', 'done', 'skipped', 'failed')),
  from_minor INTEGER,
  to_minor INTEGER, -- of an undo, where each has its own
  backup_path TEXT, -- the copy made before its step; in an undo, the copy to put back
  error TEXT,
  completed_at INTEGER,
  duration_us INTEGER,
  PRIMARY KEY (deployment_id, tenant_id)
) STRICT, WITHOUT ROWID;

INSERT INTO deployment_new (rowid, id, project_id, blueprint_id, minor, status, settled, total,
                            query_timeout_ms, max_rows_per_query, max_connections, author,
                            created_at, started_at, completed_at)
SELECT rowid, id, project_id, blueprint_id, minor, status, status IN ('completed', 'failed'), total,
       query_timeout_ms, max_rows_per_query, max_connections, author, created_at, started_at,
       completed_at
FROM deployment;

INSERT INTO deployment_tenant_new (deployment_id, tenant_id, state, from_minor, error, completed_at,
                                   duration_us)
SELECT deployment_id, tenant_id, state, from_minor, error, completed_at, duration_us
FROM deployment_tenant;

DROP TABLE deployment_tenant;
DROP TABLE deployment;
ALTER TABLE deployment_new RENAME TO deployment;
ALTER TABLE deployment_tenant_new RENAME TO deployment_tenant;

CREATE INDEX deployment_project ON deployment (project_id, created_at);
CREATE INDEX deployment_open ON deployment (blueprint_id)
  WHERE status IN ('pending', 'running', 'paused') OR settled = 0;
CREATE INDEX deployment_tenant_state ON deployment_tenant (deployment_id, state, tenant_id);
CREATE INDEX deployment_tenant_tenant ON deployment_tenant (tenant_id);

-- The stages of a deployment; one without a strategy has none.
CREATE TABLE deployment_stage (
  deployment_id TEXT NOT NULL REFERENCES deployment (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  tenants INTEGER, -- as it was asked for, this
  percent INTEGER, -- or that
  target INTEGER NOT NULL, -- tenants at its end
  last_tenant INTEGER NOT NULL, -- the last of them in catalog order
  PRIMARY KEY (deployment_id, number)
) STRICT, WITHOUT ROWID;

-- What tenants lose on their way from one version to another.
CREATE TABLE deployment_loss (
  deployment_id TEXT NOT NULL REFERENCES deployment (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  from_minor INTEGER NOT NULL,
  to_minor INTEGER NOT NULL,
  loss TEXT NOT NULL,
  PRIMARY KEY (deployment_id, number)
) STRICT, WITHOUT ROWID;
