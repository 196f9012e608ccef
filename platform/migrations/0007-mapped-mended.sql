-- What a person said that headings mean, as the import began with it: a resumed import reads as it did.
ALTER TABLE imports.import ADD COLUMN mapping json;

-- The record that a person mended lives in an import of its own, which belongs to the one that had set it aside.
ALTER TABLE imports.import ADD COLUMN mends uuid REFERENCES imports.import;
CREATE INDEX ON imports.import (mends) WHERE mends IS NOT NULL;

-- What was set aside stays as it was; beside it stands what became of it.
ALTER TABLE imports.set_aside ADD COLUMN mended_at timestamptz, ADD COLUMN mended_by uuid, ADD COLUMN mended_as json;
GRANT UPDATE (mended_at, mended_by, mended_as) ON imports.set_aside TO zhijian_app;
