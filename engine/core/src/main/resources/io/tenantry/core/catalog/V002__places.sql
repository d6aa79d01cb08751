-- Databases can have several files over time, and work on a tenant outlives a crash.

ALTER TABLE tenant_database ADD COLUMN generation INTEGER NOT NULL DEFAULT 0; -- the file in use
ALTER TABLE tenant_database ADD COLUMN last_generation INTEGER NOT NULL DEFAULT 0; -- ever given

-- What is under way on a tenant as a whole; the tenant's status says so to callers.
CREATE TABLE tenant_operation (
  tenant_id INTEGER PRIMARY KEY REFERENCES tenant (id) ON DELETE CASCADE,
  kind TEXT NOT NULL, -- the feature that goes on with it after a crash
  payload TEXT NOT NULL, -- JSON; that feature's own
  started_at INTEGER NOT NULL
) STRICT;
