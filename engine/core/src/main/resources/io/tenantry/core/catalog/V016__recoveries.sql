-- What became of recoveries, one row per database.

CREATE TABLE tenant_recovery (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  blueprint TEXT NOT NULL,
  target INTEGER NOT NULL, -- microseconds since 1970 UTC
  generation INTEGER NOT NULL, -- of the file that is made for it
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'undone')),
  error TEXT,
  created_at INTEGER NOT NULL,
  completed_at INTEGER
) STRICT;

CREATE INDEX tenant_recovery_tenant ON tenant_recovery (tenant_id, id);
