-- Copies of tenant databases, and putting them back.

CREATE TABLE backup (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  blueprint_id INTEGER NOT NULL REFERENCES blueprint (id) ON DELETE CASCADE,
  type TEXT NOT NULL CHECK (type IN ('manual', 'scheduled', 'safety')),
  date TEXT NOT NULL, -- as in the path
  storage_path TEXT NOT NULL, -- below the project's folder of backups
  status TEXT NOT NULL CHECK (status IN ('running', 'done', 'failed')),
  minor INTEGER NOT NULL, -- the version of the database in it
  size_bytes INTEGER NOT NULL DEFAULT 0,
  database_bytes INTEGER NOT NULL DEFAULT 0,
  sha256 TEXT, -- of the compressed file; there is a file when this is set
  error TEXT,
  created_at INTEGER NOT NULL,
  completed_at INTEGER,
  verified_at INTEGER,
  UNIQUE (project_id, storage_path)
) STRICT;

CREATE INDEX backup_database ON backup (tenant_id, blueprint_id, type, created_at);
CREATE INDEX backup_age ON backup (type, created_at);
CREATE INDEX backup_running ON backup (status) WHERE status = 'running';

-- Backups that were asked for by hand, for the limit per hour; deleting a backup frees nothing.
CREATE TABLE backup_request (
  project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  requested_at INTEGER NOT NULL
) STRICT;

CREATE INDEX backup_request_project ON backup_request (project_id, requested_at);

-- What became of putting backups back.
CREATE TABLE tenant_rollback (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  blueprint_id INTEGER NOT NULL REFERENCES blueprint (id) ON DELETE CASCADE,
  storage_path TEXT NOT NULL,
  generation INTEGER NOT NULL, -- of the file that is made for it
  safety_path TEXT,
  status TEXT NOT NULL CHECK (status IN ('running', 'done', 'failed')),
  error TEXT,
  created_at INTEGER NOT NULL,
  completed_at INTEGER
) STRICT;

CREATE INDEX tenant_rollback_tenant ON tenant_rollback (tenant_id, id);

-- Files of databases that were replaced; they go as soon as nobody has them open.
CREATE TABLE replaced_file (
  tenant_id INTEGER NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  blueprint_id INTEGER NOT NULL REFERENCES blueprint (id) ON DELETE CASCADE,
  isolation_level INTEGER NOT NULL,
  region TEXT,
  generation INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, blueprint_id, generation)
) STRICT, WITHOUT ROWID;
