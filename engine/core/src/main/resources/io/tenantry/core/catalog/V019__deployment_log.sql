-- What happened to deployments, and who did it.
CREATE TABLE deployment_event (
  id INTEGER PRIMARY KEY,
  deployment_id TEXT NOT NULL REFERENCES deployment (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('started', 'stage', 'paused', 'resumed', 'width', 'cancelled',
                                     'retried', 'restarted', 'finished', 'undone')),
  author TEXT, -- NULL: the engine itself
  number INTEGER, -- the stage that was reached, or the tenants at a time
  status TEXT, -- of the end: how it ended
  undo_id TEXT -- the undo that takes it back
) STRICT;

CREATE INDEX deployment_event_deployment ON deployment_event (deployment_id, id);

-- Of those before, begin and end are known.
INSERT INTO deployment_event (deployment_id, at, kind, author)
SELECT id, coalesce(started_at, created_at), 'started', author FROM deployment ORDER BY rowid;

INSERT INTO deployment_event (deployment_id, at, kind, status)
SELECT id, completed_at, 'finished', status FROM deployment
WHERE completed_at IS NOT NULL
ORDER BY rowid;

-- Tenants that a crash kept from being noted: what they lost was counted and forgotten.
ALTER TABLE deployment_loss ADD COLUMN uncounted INTEGER NOT NULL DEFAULT 0;
