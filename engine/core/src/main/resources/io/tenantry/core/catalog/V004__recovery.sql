-- Which file a database had when: a past state is looked for in the history of that file. What was
-- before the first row of a database is generation 0.
CREATE TABLE tenant_file_use (
  id INTEGER PRIMARY KEY,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  blueprint TEXT NOT NULL,
  generation INTEGER NOT NULL,
  since INTEGER NOT NULL -- milliseconds since 1970 UTC
) STRICT;

CREATE INDEX tenant_file_use_tenant ON tenant_file_use (tenant_id, blueprint, id);

-- A file that is no longer in use and goes when its time is up; until then an undo may bring it
-- back, as long as the database still has the file that replaced it.
CREATE TABLE kept_file (
  id INTEGER PRIMARY KEY,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  blueprint TEXT NOT NULL,
  isolation_level INTEGER NOT NULL,
  region TEXT,
  generation INTEGER NOT NULL,
  replaced_by INTEGER, -- generation; null when no undo may bring the file back
  until INTEGER NOT NULL -- milliseconds since 1970 UTC
) STRICT;

CREATE INDEX kept_file_tenant ON kept_file (tenant_id);
CREATE INDEX kept_file_until ON kept_file (until);
