-- A deployment keeps the part of a tenant that is destroyed: the row stays, with the tenant's name.
-- Ids of tenants are never given again.

CREATE TABLE deployment_tenant_new (
  deployment_id TEXT NOT NULL REFERENCES deployment (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL,
  gone_name TEXT, -- what the tenant was called; NULL while there is one
  state TEXT NOT NULL CHECK (state IN ('pending', 'done', 'skipped', 'failed')),
  from_minor INTEGER,
  to_minor INTEGER, -- of an undo, where each has its own
  backup_path TEXT, -- the copy made before its step; in an undo, the copy to put back
  error TEXT,
  completed_at INTEGER,
  duration_us INTEGER,
  lost_rows INTEGER NOT NULL DEFAULT 0,
  lost_values INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (deployment_id, tenant_id)
) STRICT, WITHOUT ROWID;

INSERT INTO deployment_tenant_new (deployment_id, tenant_id, state, from_minor, to_minor,
                                   backup_path, error, completed_at, duration_us, lost_rows,
                                   lost_values)
SELECT deployment_id, tenant_id, state, from_minor, to_minor, backup_path, error, completed_at,
       duration_us, lost_rows, lost_values
FROM deployment_tenant;

DROP TABLE deployment_tenant;
ALTER TABLE deployment_tenant_new RENAME TO deployment_tenant;

CREATE INDEX deployment_tenant_state ON deployment_tenant (deployment_id, state, tenant_id);
CREATE INDEX deployment_tenant_tenant ON deployment_tenant (tenant_id);
