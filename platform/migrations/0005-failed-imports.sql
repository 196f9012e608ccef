-- The job with which a failed import goes on when a person tries it again; null where trying again cannot help.
ALTER TABLE imports.import ADD COLUMN retry_with text CHECK (retry_with IN ('import', 'detect'));
