-- What a deployment does to databases with rows, as it was told before it began.
CREATE TABLE deployment_warning (
  deployment_id TEXT NOT NULL REFERENCES deployment (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  code TEXT NOT NULL,
  statement TEXT NOT NULL,
  message TEXT NOT NULL,
  remedy TEXT NOT NULL,
  PRIMARY KEY (deployment_id, number)
) STRICT, WITHOUT ROWID;
