-- How long deployments were at work: pauses, and the time until a retry, do not count. And how many
-- of their tenants were on the version already.

ALTER TABLE deployment ADD COLUMN worked_ms INTEGER NOT NULL DEFAULT 0; -- in stretches that are over
ALTER TABLE deployment ADD COLUMN working_since INTEGER; -- begin of the stretch under way
ALTER TABLE deployment ADD COLUMN skipped INTEGER NOT NULL DEFAULT 0;

UPDATE deployment
SET skipped = (SELECT count(*) FROM deployment_tenant d
               WHERE d.deployment_id = deployment.id AND d.state = 'skipped');

UPDATE deployment SET working_since = started_at WHERE status IN ('pending', 'running');

-- Where a pause began was not written down: no later than the last tenant ended.
UPDATE deployment
SET worked_ms = coalesce(completed_at,
                         (SELECT max(d.completed_at) FROM deployment_tenant d
                          WHERE d.deployment_id = deployment.id AND d.state IN ('done', 'failed')),
                         started_at) - started_at
WHERE status NOT IN ('pending', 'running') AND started_at IS NOT NULL;
