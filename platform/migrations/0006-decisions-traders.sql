-- Decisions of courts and authorities, by the rights that they decide, and market entities as their register shows them.

CREATE TABLE rights.decision (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  body_id uuid NOT NULL DEFAULT kernel.body(),
  region text NOT NULL DEFAULT kernel.region(),
  import_id uuid NOT NULL REFERENCES imports.import,
  kind text NOT NULL CHECK (kind IN ('judgment', 'penalty', 'adjudication', 'invalidation', 'reexamination')),
  case_number text NOT NULL,
  internal_number text,
  decided_on date,
  content_hash bytea NOT NULL,
  content json NOT NULL,
  UNIQUE (body_id, content_hash)
);
CREATE INDEX ON rights.decision (body_id, case_number);
CREATE INDEX ON rights.decision (body_id, internal_number) WHERE internal_number IS NOT NULL;

CREATE TABLE rights.decided_right (
  decision_id bigint NOT NULL REFERENCES rights.decision,
  body_id uuid NOT NULL DEFAULT kernel.body(),
  region text NOT NULL DEFAULT kernel.region(),
  office text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('trademark', 'invention', 'utility_model', 'design')),
  number text NOT NULL,
  PRIMARY KEY (decision_id, office, kind, number)
);
CREATE INDEX ON rights.decided_right (body_id, number, kind);

CREATE SCHEMA traders;
GRANT USAGE ON SCHEMA traders TO zhijian_app;
CREATE TABLE traders.trader (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  body_id uuid NOT NULL DEFAULT kernel.body(),
  region text NOT NULL DEFAULT kernel.region(),
  import_id uuid NOT NULL REFERENCES imports.import,
  code text NOT NULL CHECK (code ~ '^[0-9A-Z]{18}$'),
  -- The name by its letters and digits alone: brackets and spaces are written either way.
  name_key text NOT NULL,
  known_on date,
  content_hash bytea NOT NULL,
  content json NOT NULL,
  UNIQUE (body_id, content_hash)
);
CREATE INDEX ON traders.trader (body_id, code, known_on);
CREATE INDEX ON traders.trader (body_id, name_key);

GRANT SELECT, INSERT ON rights.decision, rights.decided_right, traders.trader TO zhijian_app;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['rights.decision', 'rights.decided_right', 'traders.trader'] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_body ON %s FOR ALL TO zhijian_app USING (body_id = kernel.body()) WITH CHECK (body_id = kernel.body())', name);
  END LOOP;
END $$;
