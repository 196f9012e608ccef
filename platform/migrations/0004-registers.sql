-- Registers of offices: documents beside rows, the other numbers of a right, and headings that people mapped.
ALTER TABLE imports.import DROP CONSTRAINT import_kind_check;
ALTER TABLE imports.import ADD CONSTRAINT import_kind_check CHECK (kind IN ('rights', 'licences', 'decisions', 'traders', 'offers'));

-- For the search of the page; the content stays the one truth.
ALTER TABLE rights.right_row ADD COLUMN name text, ADD COLUMN owner text;

-- What an office's file says beyond rows: claims, figures, parties, entries. Detection never reads it.
CREATE TABLE rights.document (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  body_id uuid NOT NULL DEFAULT kernel.body(),
  region text NOT NULL DEFAULT kernel.region(),
  import_id uuid NOT NULL REFERENCES imports.import,
  office text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('trademark', 'invention', 'utility_model', 'design')),
  number text NOT NULL,
  format text NOT NULL,
  known_on date,
  content_hash bytea NOT NULL,
  content json NOT NULL,
  UNIQUE (body_id, content_hash)
);
CREATE INDEX ON rights.document (body_id, number, kind);

-- Grant, publication and registration numbers that lead to the right.
CREATE TABLE rights.other_number (
  body_id uuid NOT NULL DEFAULT kernel.body(),
  region text NOT NULL DEFAULT kernel.region(),
  other text NOT NULL,
  -- The same without country and kind of document: US 6,970,935 is found under US6970935B1.
  bare text NOT NULL,
  type text NOT NULL,
  office text NOT NULL,
  kind text NOT NULL,
  number text NOT NULL,
  on_day date,
  PRIMARY KEY (body_id, other, office, kind, number, type)
);
CREATE INDEX ON rights.other_number (body_id, bare);
CREATE INDEX ON rights.other_number (body_id, number, kind);

-- A heading that a person has told the meaning of, for all later files of the body.
CREATE TABLE imports.mapping (
  body_id uuid NOT NULL DEFAULT kernel.body(),
  region text NOT NULL DEFAULT kernel.region(),
  account_id uuid DEFAULT kernel.account(),
  kind text NOT NULL,
  heading text NOT NULL,
  field text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (body_id, kind, heading)
);

GRANT SELECT, INSERT ON rights.document, rights.other_number TO zhijian_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON imports.mapping TO zhijian_app;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['rights.document', 'rights.other_number', 'imports.mapping'] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_body ON %s FOR ALL TO zhijian_app USING (body_id = kernel.body()) WITH CHECK (body_id = kernel.body())', name);
  END LOOP;
END $$;
