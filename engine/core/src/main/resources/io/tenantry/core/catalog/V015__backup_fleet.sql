-- How each tenant stands with its backups, kept by triggers so that 100,000 are listed and counted
-- inside an index; backups of many; what was noted when a backup was taken.

CREATE TABLE tenant_backup (
  tenant_id INTEGER PRIMARY KEY REFERENCES tenant (id) ON DELETE CASCADE,
  project_id TEXT NOT NULL,
  failing INTEGER NOT NULL, -- whether the newest backup of one of its databases failed
  covered_at INTEGER, -- oldest of the newest whole backups; null when a database has none
  backups INTEGER NOT NULL,
  last_bytes INTEGER NOT NULL,
  total_bytes INTEGER NOT NULL
) STRICT;

CREATE INDEX tenant_backup_age
  ON tenant_backup (project_id, covered_at, tenant_id, failing, total_bytes);
CREATE INDEX tenant_backup_size ON tenant_backup (project_id, total_bytes, tenant_id);

CREATE VIEW tenant_backup_now AS
SELECT t.id AS tenant_id,
       t.project_id,
       EXISTS (
         SELECT 1 FROM tenant_database d
         WHERE d.tenant_id = t.id
           AND (SELECT k.status FROM backup k
                WHERE k.tenant_id = d.tenant_id AND k.blueprint_id = d.blueprint_id
                  AND k.status <> 'running'
                ORDER BY k.created_at DESC, k.id DESC
                LIMIT 1) = 'failed') AS failing,
       (SELECT CASE WHEN count(*) = count(newest) THEN min(newest) END
        FROM (SELECT (SELECT max(k.created_at) FROM backup k
                      WHERE k.tenant_id = d.tenant_id AND k.blueprint_id = d.blueprint_id
                        AND k.status = 'done') AS newest
              FROM tenant_database d
              WHERE d.tenant_id = t.id)) AS covered_at,
       (SELECT count(*) FROM backup k
        WHERE k.tenant_id = t.id AND k.status <> 'running') AS backups,
       (SELECT coalesce(sum(bytes), 0)
        FROM (SELECT (SELECT k.size_bytes FROM backup k
                      WHERE k.tenant_id = d.tenant_id AND k.blueprint_id = d.blueprint_id
                        AND k.status = 'done'
                      ORDER BY k.created_at DESC, k.id DESC
                      LIMIT 1) AS bytes
              FROM tenant_database d
              WHERE d.tenant_id = t.id)) AS last_bytes,
       (SELECT coalesce(sum(k.size_bytes), 0) FROM backup k
        WHERE k.tenant_id = t.id) AS total_bytes
FROM tenant t;

INSERT INTO tenant_backup SELECT * FROM tenant_backup_now;

CREATE TRIGGER tenant_backup_database_made AFTER INSERT ON tenant_database
BEGIN
  INSERT INTO tenant_backup
  SELECT id, project_id, 0, NULL, 0, 0, 0 FROM tenant WHERE id = NEW.tenant_id
  ON CONFLICT (tenant_id) DO UPDATE SET covered_at = NULL;
END;

CREATE TRIGGER tenant_backup_database_gone AFTER DELETE ON tenant_database
BEGIN
  INSERT INTO tenant_backup SELECT * FROM tenant_backup_now WHERE tenant_id = OLD.tenant_id
  ON CONFLICT (tenant_id) DO UPDATE
  SET failing = excluded.failing, covered_at = excluded.covered_at, backups = excluded.backups,
      last_bytes = excluded.last_bytes, total_bytes = excluded.total_bytes;
END;

CREATE TRIGGER tenant_backup_ended AFTER UPDATE OF status ON backup
BEGIN
  INSERT INTO tenant_backup SELECT * FROM tenant_backup_now WHERE tenant_id = NEW.tenant_id
  ON CONFLICT (tenant_id) DO UPDATE
  SET failing = excluded.failing, covered_at = excluded.covered_at, backups = excluded.backups,
      last_bytes = excluded.last_bytes, total_bytes = excluded.total_bytes;
END;

CREATE TRIGGER tenant_backup_gone AFTER DELETE ON backup
BEGIN
  INSERT INTO tenant_backup SELECT * FROM tenant_backup_now WHERE tenant_id = OLD.tenant_id
  ON CONFLICT (tenant_id) DO UPDATE
  SET failing = excluded.failing, covered_at = excluded.covered_at, backups = excluded.backups,
      last_bytes = excluded.last_bytes, total_bytes = excluded.total_bytes;
END;

-- What a database was like when its backup was taken.
CREATE TABLE backup_notes (
  backup_id INTEGER PRIMARY KEY REFERENCES backup (id) ON DELETE CASCADE,
  fingerprint TEXT NOT NULL,
  tables TEXT NOT NULL -- JSON: [["table", rows], …]
) STRICT;

-- When backups are taken by themselves, where the console decides about it.
CREATE TABLE backup_policy (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  nightly INTEGER NOT NULL,
  nightly_at TEXT NOT NULL, -- local time, 03:00
  keep_scheduled INTEGER NOT NULL,
  keep_safety_hours INTEGER NOT NULL
) STRICT;

-- Backups of many tenants.
CREATE TABLE backup_run (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('running', 'done', 'stopped')),
  tenants INTEGER NOT NULL,
  done INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0,
  bytes INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  completed_at INTEGER
) STRICT;

CREATE INDEX backup_run_project ON backup_run (project_id, number);

CREATE TABLE backup_run_tenant (
  run_number INTEGER NOT NULL REFERENCES backup_run (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  tenant TEXT NOT NULL, -- its id; the row stays when the tenant goes
  state TEXT NOT NULL DEFAULT 'waiting'
    CHECK (state IN ('waiting', 'done', 'failed', 'skipped')),
  reason TEXT,
  PRIMARY KEY (run_number, position)
) STRICT, WITHOUT ROWID;
