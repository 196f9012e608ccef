-- What a detection needs to go on after it was killed, and settings of a body.

-- The register moved on: a file that lost a record withdraws what it said it holds completely.
GRANT DELETE ON rights.coverage TO zhijian_app;

-- Whether the import changed what the registers are said to hold completely.
ALTER TABLE imports.import ADD COLUMN coverage_moved boolean NOT NULL DEFAULT false;

CREATE TABLE kernel.setting (
  body_id uuid NOT NULL DEFAULT kernel.body(),
  key text NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (body_id, key)
);

-- done: offers looked at; done_through: the last one, by id. total is set when the detection starts.
ALTER TABLE detection.progress ADD COLUMN done bigint NOT NULL DEFAULT 0;

-- Leads whose findings an import changed and whose own row does not show it yet: written with the findings, taken away with the lead.
CREATE TABLE detection.touched_lead (
  import_id uuid NOT NULL REFERENCES imports.import,
  lead_id text NOT NULL,
  body_id uuid NOT NULL DEFAULT kernel.body(),
  region text NOT NULL DEFAULT kernel.region(),
  PRIMARY KEY (import_id, lead_id)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON kernel.setting, detection.touched_lead TO zhijian_app;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['kernel.setting', 'detection.touched_lead'] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_body ON %s FOR ALL TO zhijian_app USING (body_id = kernel.body()) WITH CHECK (body_id = kernel.body())', name);
  END LOOP;
END $$;
