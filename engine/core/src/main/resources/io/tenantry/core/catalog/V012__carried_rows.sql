-- A change can be several statements that belong together, and a version carries the data
-- statements that its changes need.

ALTER TABLE change ADD COLUMN summary TEXT NOT NULL DEFAULT ''; -- what it does, for people
ALTER TABLE change ADD COLUMN row_effect TEXT; -- what it does to rows; NULL for nothing
ALTER TABLE change ADD COLUMN loss TEXT; -- what rows or values it loses

-- A statement of a version. Tenants, and images of new tenants, run those that are carried, in the
-- order of their versions and places. It is in effect from since_minor until (not including)
-- until_minor: a change that is skipped ends it, and so does its author's switch, which begins it
-- anew in the same place.
CREATE TABLE version_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  blueprint_id INTEGER NOT NULL REFERENCES blueprint (id) ON DELETE CASCADE,
  change_id INTEGER REFERENCES change (id) ON DELETE CASCADE, -- NULL: a data statement by itself
  minor INTEGER NOT NULL, -- the version whose request it came with
  position INTEGER NOT NULL, -- its place in that request
  since_minor INTEGER NOT NULL,
  until_minor INTEGER,
  statement TEXT NOT NULL,
  parameters TEXT, -- NULL for none
  is_carried INTEGER NOT NULL,
  data_reason TEXT, -- of data statements: why they are carried or not
  data_group INTEGER, -- of data statements: the place of the first of those that go together
  data_count INTEGER NOT NULL DEFAULT 1 -- above 1: stands for as many that are not kept
) STRICT;

CREATE INDEX version_step_blueprint ON version_step (blueprint_id, minor, position);
CREATE INDEX version_step_change ON version_step (change_id);

-- Each recorded statement was a change of its own, also those that made one table anew: they become
-- one, under the number of the first.
INSERT INTO version_step (blueprint_id, change_id, minor, position, since_minor, until_minor,
                          statement, is_carried, data_reason, data_group)
SELECT c.blueprint_id,
       iif(c.kind LIKE 'rebuild\_%' ESCAPE '\' OR c.kind = 'create_virtual_table',
           (SELECT min(f.id) FROM change f
            WHERE f.blueprint_id = c.blueprint_id AND f.added_minor = c.added_minor
              AND f.kind = c.kind AND f.object = c.object AND f.removed_minor IS c.removed_minor),
           c.id),
       c.added_minor, c.position, c.added_minor, c.removed_minor, c.statement, 1,
       iif(upper(substr(ltrim(c.statement), 1, 6)) IN ('INSERT', 'UPDATE', 'DELETE'),
           'part of ' || replace(c.kind, '_', ' ') || ' ' || c.object, NULL),
       iif(upper(substr(ltrim(c.statement), 1, 6)) IN ('INSERT', 'UPDATE', 'DELETE'),
           c.position, NULL)
FROM change c
ORDER BY c.blueprint_id, c.added_minor, c.position;

UPDATE change
SET statement = (SELECT group_concat(s.statement, ';' || char(10) ORDER BY s.position) || ';'
                 FROM version_step s WHERE s.change_id = change.id),
    destructive = (SELECT max(c.destructive) FROM version_step s
                   JOIN change c ON c.blueprint_id = s.blueprint_id AND c.added_minor = s.minor
                     AND c.position = s.position
                   WHERE s.change_id = change.id)
WHERE (SELECT count(*) FROM version_step s WHERE s.change_id = change.id) > 1;

DELETE FROM change WHERE NOT EXISTS (SELECT 1 FROM version_step s WHERE s.change_id = change.id);
