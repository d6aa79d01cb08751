-- Drift: databases whose schema is not the one of their version.

-- The check of a blueprint that runs, or else the last one.
CREATE TABLE drift_check (
  blueprint_id INTEGER PRIMARY KEY REFERENCES blueprint (id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('running', 'completed')),
  tenants TEXT, -- JSON array of names; NULL for all
  after_tenant INTEGER NOT NULL DEFAULT 0, -- how far it is, in catalog order
  total INTEGER NOT NULL,
  checked INTEGER NOT NULL DEFAULT 0,
  drifted INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  started_at INTEGER NOT NULL,
  completed_at INTEGER
) STRICT;

CREATE TABLE drift_error (
  blueprint_id INTEGER NOT NULL REFERENCES drift_check (blueprint_id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  error TEXT NOT NULL,
  PRIMARY KEY (blueprint_id, tenant_id)
) STRICT, WITHOUT ROWID;

-- Found schemas, each once: many tenants may have drifted alike.
CREATE TABLE drift_schema (
  fingerprint TEXT PRIMARY KEY,
  statements TEXT NOT NULL -- an SQL script
) STRICT, WITHOUT ROWID;

CREATE TABLE tenant_drift (
  blueprint_id INTEGER NOT NULL REFERENCES blueprint (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('drifted', 'accepted')),
  expected_minor INTEGER NOT NULL,
  found_minor INTEGER NOT NULL, -- what the file says; any number
  found_fingerprint TEXT NOT NULL REFERENCES drift_schema (fingerprint),
  checked_at INTEGER NOT NULL,
  working TEXT CHECK (working IN ('force_back', 'adopt')), -- what is under way on it
  PRIMARY KEY (blueprint_id, tenant_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX tenant_drift_tenant ON tenant_drift (tenant_id);
CREATE INDEX tenant_drift_schema ON tenant_drift (found_fingerprint);

-- Database passwords are recognised by their hashes. The hash of a project's password is filled in
-- at opening where it is missing.

ALTER TABLE project ADD COLUMN proxy_password_hash BLOB;

CREATE INDEX project_password ON project (proxy_password_hash);
CREATE INDEX api_key_password ON api_key (proxy_password_hash);
CREATE INDEX tenant_password ON tenant (proxy_password_hash);
