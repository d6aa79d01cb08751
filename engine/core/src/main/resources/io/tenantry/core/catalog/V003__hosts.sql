-- Databases move between the shared host and hosts of their own.

-- A move: under way, or how it ended. While it runs, it is the open operation of its tenant.
CREATE TABLE isolation_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  blueprint_id INTEGER NOT NULL REFERENCES blueprint (id) ON DELETE CASCADE,
  from_level INTEGER NOT NULL,
  from_region TEXT,
  from_generation INTEGER NOT NULL,
  to_level INTEGER NOT NULL,
  to_region TEXT,
  to_generation INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'completed', 'failed')),
  error TEXT,
  size_bytes INTEGER,
  held_us INTEGER,
  started_at INTEGER NOT NULL,
  completed_at INTEGER
) STRICT;

CREATE INDEX isolation_change_tenant ON isolation_change (tenant_id, id);
CREATE INDEX isolation_change_running ON isolation_change (id) WHERE state = 'running';

-- Which regions must be configured.
CREATE INDEX tenant_database_region ON tenant_database (region) WHERE region IS NOT NULL;

-- A file that is no longer (or will never be) the database, and may still be there.
CREATE TABLE retired_file (
  project_id TEXT NOT NULL,
  blueprint TEXT NOT NULL,
  tenant TEXT NOT NULL,
  isolation_level INTEGER NOT NULL,
  region TEXT,
  generation INTEGER NOT NULL,
  PRIMARY KEY (project_id, blueprint, tenant, generation)
) STRICT, WITHOUT ROWID;
