-- The control plane: who owns what, which version each tenant is on, and what is under way.
-- Instants are milliseconds since 1970 UTC. Secrets are AES-GCM ciphertexts (…_sealed) or SHA-256
-- hashes (…_hash), never plain text.

CREATE TABLE engine (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  engine_id TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- An account. The owner of the data folder is the customer without e-mail.
CREATE TABLE customer (
  id INTEGER PRIMARY KEY,
  email TEXT UNIQUE,
  password_hash TEXT,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE session (
  token_hash BLOB PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_customer ON session (customer_id);

CREATE TABLE project (
  id TEXT PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  name TEXT NOT NULL,
  tier TEXT NOT NULL DEFAULT 'enterprise',
  proxy_password_sealed BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (customer_id, name)
) STRICT;

-- A folder of a deleted project that may still be there: its files go after its rows are gone.
CREATE TABLE removed_folder (
  path TEXT PRIMARY KEY -- relative to the data folder, with slashes
) STRICT, WITHOUT ROWID;

CREATE TABLE api_key (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('admin', 'write', 'read', 'mcp')),
  scope_type TEXT NOT NULL CHECK (scope_type IN ('project', 'workspace', 'tenant')),
  scope_values TEXT NOT NULL, -- JSON array of strings
  key_hash BLOB NOT NULL UNIQUE,
  key_sealed BLOB NOT NULL,
  proxy_password_hash BLOB NOT NULL,
  oauth_managed INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER
) STRICT;

CREATE INDEX api_key_project ON api_key (project_id);

CREATE TABLE workspace (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('tenant', 'control')),
  database_type TEXT NOT NULL,
  query_timeout_ms INTEGER NOT NULL,
  max_rows_per_query INTEGER NOT NULL,
  max_connections INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (project_id, name)
) STRICT;

-- One per workspace in tenant mode; same name. The deployed_… limits are those tenants have now.
CREATE TABLE blueprint (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workspace_id INTEGER NOT NULL UNIQUE REFERENCES workspace (id) ON DELETE CASCADE,
  project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  routing_field TEXT NOT NULL DEFAULT 'tenant_id',
  deployed_query_timeout_ms INTEGER NOT NULL,
  deployed_max_rows_per_query INTEGER NOT NULL,
  deployed_max_connections INTEGER NOT NULL,
  deployed_minor INTEGER NOT NULL DEFAULT 0, -- highest version that any tenant ever got
  first_deployed_at INTEGER,
  created_at INTEGER NOT NULL,
  UNIQUE (project_id, name)
) STRICT;

-- An immutable version. minor is also the ordinal in each tenant file's user_version.
CREATE TABLE blueprint_version (
  blueprint_id INTEGER NOT NULL REFERENCES blueprint (id) ON DELETE CASCADE,
  minor INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  normalised_schema TEXT NOT NULL,
  summary TEXT NOT NULL,
  author TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (blueprint_id, minor)
) STRICT, WITHOUT ROWID;

-- One recorded DDL statement: in effect from added_minor until (not including) removed_minor.
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  blueprint_id INTEGER NOT NULL REFERENCES blueprint (id) ON DELETE CASCADE,
  added_minor INTEGER NOT NULL,
  removed_minor INTEGER, -- the version that skipped or reverted it
  removal TEXT CHECK (removal IN ('skipped', 'reverted')),
  position INTEGER NOT NULL, -- order inside its version
  kind TEXT NOT NULL,
  object TEXT NOT NULL,
  statement TEXT NOT NULL,
  revert_statement TEXT,
  destructive INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX change_blueprint ON change (blueprint_id, added_minor, position);

CREATE TABLE tenant (
  id INTEGER PRIMARY KEY AUTOINCREMENT, -- the catalog order
  project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  name TEXT NOT NULL, -- the tenant id of the API
  status TEXT NOT NULL,
  status_since INTEGER NOT NULL,
  proxy_password_sealed BLOB NOT NULL,
  proxy_password_hash BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  UNIQUE (project_id, name)
) STRICT;

CREATE INDEX tenant_project ON tenant (project_id, id);
CREATE INDEX tenant_status ON tenant (project_id, status, id);
-- What opening the engine has to look at, without reading every tenant.
CREATE INDEX tenant_unsettled ON tenant (status, deleted_at)
  WHERE status IN ('provisioning', 'partially_deleted', 'deleted');

CREATE TABLE tenant_database (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  blueprint_id INTEGER NOT NULL REFERENCES blueprint (id),
  isolation_level INTEGER NOT NULL CHECK (isolation_level IN (1, 2)),
  region TEXT,
  minor INTEGER NOT NULL, -- the version it is on
  fingerprint TEXT NOT NULL,
  -- provisioning: the row announces a file that may not be there yet; nobody but its maker sees it
  status TEXT NOT NULL DEFAULT 'ready' CHECK (status IN ('provisioning', 'ready')),
  created_at INTEGER NOT NULL,
  UNIQUE (tenant_id, blueprint_id)
) STRICT;

CREATE INDEX tenant_database_blueprint ON tenant_database (blueprint_id, minor, tenant_id);
CREATE INDEX tenant_database_unmade ON tenant_database (tenant_id) WHERE status <> 'ready';

CREATE TABLE deployment (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  blueprint_id INTEGER NOT NULL REFERENCES blueprint (id) ON DELETE CASCADE,
  minor INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('pending', 'running', 'completed', 'failed')),
  total INTEGER NOT NULL,
  -- the blueprint's limits that tenants get when it ends
  query_timeout_ms INTEGER NOT NULL,
  max_rows_per_query INTEGER NOT NULL,
  max_connections INTEGER NOT NULL,
  author TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  started_at INTEGER,
  completed_at INTEGER
) STRICT;

CREATE INDEX deployment_project ON deployment (project_id, created_at);
CREATE INDEX deployment_open ON deployment (blueprint_id) WHERE status IN ('pending', 'running');

CREATE TABLE deployment_tenant (
  deployment_id TEXT NOT NULL REFERENCES deployment (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('pending', 'done', 'skipped', 'failed')),
  from_minor INTEGER,
  error TEXT,
  completed_at INTEGER,
  duration_us INTEGER,
  PRIMARY KEY (deployment_id, tenant_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX deployment_tenant_state ON deployment_tenant (deployment_id, state, tenant_id);
CREATE INDEX deployment_tenant_tenant ON deployment_tenant (tenant_id);
