-- What tenants lost by a deployment, counted before it was lost: over all of them, and of each.
ALTER TABLE deployment_loss ADD COLUMN lost_rows INTEGER NOT NULL DEFAULT 0;
ALTER TABLE deployment_loss ADD COLUMN lost_values INTEGER NOT NULL DEFAULT 0;
ALTER TABLE deployment_loss ADD COLUMN tenants INTEGER NOT NULL DEFAULT 0;

ALTER TABLE deployment_tenant ADD COLUMN lost_rows INTEGER NOT NULL DEFAULT 0;
ALTER TABLE deployment_tenant ADD COLUMN lost_values INTEGER NOT NULL DEFAULT 0;
