-- Databases of single users, their tokens, and replies that are given again.

CREATE TABLE user_database (
  tenant_id INTEGER PRIMARY KEY REFERENCES tenant (id) ON DELETE CASCADE,
  project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  subject TEXT, -- the user, byte by byte as given; none for a database of nobody
  name TEXT NOT NULL,
  expires_at INTEGER,
  UNIQUE (project_id, subject)
) STRICT;

CREATE INDEX user_database_expiry ON user_database (expires_at) WHERE expires_at IS NOT NULL;

-- Bound to the row of the tenant, not to its name: a later tenant of that name stays closed.
CREATE TABLE user_token (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('write', 'read')),
  label TEXT NOT NULL,
  token_hash BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  last_used_at INTEGER
) STRICT;

CREATE INDEX user_token_project ON user_token (project_id, id);
CREATE INDEX user_token_tenant ON user_token (tenant_id);
CREATE INDEX user_token_expiry ON user_token (expires_at);

-- The first reply to a request that carried an Idempotency-Key.
CREATE TABLE stored_reply (
  caller_hash BLOB NOT NULL, -- SHA-256 of the credential
  target TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  request_hash BLOB NOT NULL,
  status INTEGER NOT NULL,
  body BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (caller_hash, target, idempotency_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX stored_reply_age ON stored_reply (created_at);
