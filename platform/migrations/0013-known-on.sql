-- The day of which a file's data are, said by whoever hands it in, where the file does not say it.
ALTER TABLE imports.import ADD COLUMN known_on date;
