-- What an import claimed to hold completely and did not, for the records that it set aside: claimed again once all of them are mended.
ALTER TABLE imports.import ADD COLUMN doubted json NOT NULL DEFAULT '[]';
