-- Restore drills, what they found, and the key that signs their reports.

CREATE TABLE drill (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('running', 'done', 'stopped')),
  author TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  completed_at INTEGER,
  report TEXT, -- written with the end
  signature TEXT
) STRICT;

CREATE INDEX drill_project ON drill (project_id, number);

CREATE TABLE drill_database (
  drill_number INTEGER NOT NULL REFERENCES drill (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  tenant TEXT NOT NULL, -- names: the row stays when the tenant goes
  blueprint TEXT NOT NULL,
  outcome TEXT NOT NULL DEFAULT 'waiting'
    CHECK (outcome IN ('waiting', 'passed', 'failed', 'without_backup')),
  storage_path TEXT,
  sha256 TEXT,
  taken_at INTEGER,
  database_bytes INTEGER NOT NULL DEFAULT 0,
  schema_same TEXT NOT NULL DEFAULT 'not_compared',
  rows_same TEXT NOT NULL DEFAULT 'not_compared',
  noted TEXT, -- JSON: [["table", rows], …]
  found TEXT, -- the same, of what was restored
  duration_ms REAL NOT NULL DEFAULT 0,
  reason TEXT,
  PRIMARY KEY (drill_number, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE signing_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  public_key BLOB NOT NULL, -- X.509
  private_key BLOB NOT NULL -- PKCS #8, sealed
) STRICT;
