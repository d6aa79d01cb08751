-- A change that was skipped can be put back: it is then a change of its own, in effect from the
-- version that brought it back.
ALTER TABLE change ADD COLUMN again_of INTEGER REFERENCES change (id) ON DELETE SET NULL;
