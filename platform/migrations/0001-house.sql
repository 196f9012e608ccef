-- The house from its first day: bodies and accounts, the register in rows, offers in versions, findings, leads with an append-only
-- history, judgments. Every row that a person sees has an owning body and a region, and the database itself checks them.

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'zhijian_app') THEN CREATE ROLE zhijian_app NOLOGIN NOBYPASSRLS; END IF;
END $$;
-- An operator's own login must be able to take the role.
DO $$ BEGIN EXECUTE format('GRANT zhijian_app TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$;

CREATE SCHEMA people;
CREATE SCHEMA rights;
CREATE SCHEMA offers;
CREATE SCHEMA imports;
CREATE SCHEMA detection;
CREATE SCHEMA judgment;
CREATE SCHEMA IF NOT EXISTS kernel;
GRANT USAGE ON SCHEMA kernel, people, rights, offers, imports, detection, judgment TO zhijian_app;

-- Who asks, as set for the transaction by kernel/pool.ts.
CREATE FUNCTION kernel.body() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('zhijian.body', true), '')::uuid $$;
CREATE FUNCTION kernel.region() RETURNS text LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('zhijian.region', true), '') $$;
CREATE FUNCTION kernel.account() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('zhijian.account', true), '')::uuid $$;
CREATE FUNCTION kernel.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;

CREATE TABLE people.body (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('national_office', 'local_office', 'rights_help_center', 'protection_center')),
  name text NOT NULL,
  region text NOT NULL CHECK (region ~ '^(CN|\d{2}|\d{4}|\d{6})$'),
  demo boolean NOT NULL DEFAULT false
);
CREATE TABLE people.account (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  body_id uuid NOT NULL REFERENCES people.body,
  login text NOT NULL UNIQUE CHECK (login = lower(login) AND login <> ''),
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('officer', 'administrator')),
  password_hash text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  disabled_at timestamptz
);
CREATE TABLE people.session (
  token_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES people.account,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
-- The one-time link that makes the first account.
CREATE TABLE people.invitation (
  token_hash bytea PRIMARY KEY,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);

CREATE TABLE kernel.audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  body_id uuid DEFAULT kernel.body(),
  account_id uuid DEFAULT kernel.account(),
  action text NOT NULL,
  subject text NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX ON kernel.audit (body_id, id DESC);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON kernel.audit FOR EACH ROW EXECUTE FUNCTION kernel.refuse();

CREATE TABLE imports.import (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  body_id uuid NOT NULL DEFAULT kernel.body(),
  region text NOT NULL DEFAULT kernel.region(),
  account_id uuid DEFAULT kernel.account(),
  file_name text NOT NULL,
  -- Where the bytes lie until the import is done, below the data folder.
  file_path text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('rights', 'licences', 'offers')),
  covers text[] NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'reading', 'detecting', 'done', 'failed')),
  -- Records of the file already stored or set aside: a killed import goes on from here.
  read_records bigint NOT NULL DEFAULT 0,
  stored bigint NOT NULL DEFAULT 0,
  already_known bigint NOT NULL DEFAULT 0,
  set_aside bigint NOT NULL DEFAULT 0,
  warnings jsonb NOT NULL DEFAULT '[]',
  failure jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz
);
CREATE TABLE imports.set_aside (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  import_id uuid NOT NULL REFERENCES imports.import,
  body_id uuid NOT NULL DEFAULT kernel.body(),
  region text NOT NULL DEFAULT kernel.region(),
  sequence bigint NOT NULL,
  rejected json NOT NULL,
  UNIQUE (import_id, sequence)
);

-- What files and models say is json, not jsonb: exports give the very bytes back, and text that jsonb refuses (NUL, half a surrogate
-- pair) stays as it came. Take fields out of it in TypeScript: ->> fails on such a row.

-- Rows as the files gave them; a right is folded out of its rows, so a later snapshot adds and never overwrites.
CREATE TABLE rights.right_row (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  body_id uuid NOT NULL DEFAULT kernel.body(),
  region text NOT NULL DEFAULT kernel.region(),
  import_id uuid NOT NULL REFERENCES imports.import,
  office text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('trademark', 'invention', 'utility_model', 'design')),
  number text NOT NULL,
  content_hash bytea NOT NULL,
  content json NOT NULL,
  UNIQUE (body_id, content_hash)
);
CREATE INDEX ON rights.right_row (body_id, number, kind);
CREATE TABLE rights.coverage (
  body_id uuid NOT NULL DEFAULT kernel.body(),
  region text NOT NULL DEFAULT kernel.region(),
  import_id uuid NOT NULL REFERENCES imports.import,
  office text NOT NULL,
  kind text NOT NULL,
  from_year int NOT NULL,
  to_year int NOT NULL,
  PRIMARY KEY (body_id, office, kind, from_year, to_year)
);
CREATE TABLE rights.licence (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  body_id uuid NOT NULL DEFAULT kernel.body(),
  region text NOT NULL DEFAULT kernel.region(),
  import_id uuid NOT NULL REFERENCES imports.import,
  right_kind text NOT NULL CHECK (right_kind IN ('trademark', 'invention', 'utility_model', 'design')),
  right_number text NOT NULL,
  content_hash bytea NOT NULL,
  content json NOT NULL,
  UNIQUE (body_id, content_hash)
);
CREATE INDEX ON rights.licence (body_id, right_number, right_kind);

CREATE TABLE offers.version (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  body_id uuid NOT NULL DEFAULT kernel.body(),
  region text NOT NULL DEFAULT kernel.region(),
  import_id uuid NOT NULL REFERENCES imports.import,
  -- Order of reading within the import: exports give lines back in this order.
  sequence bigint NOT NULL,
  platform text,
  item_id text NOT NULL,
  captured_at date,
  content_hash bytea NOT NULL,
  content json NOT NULL,
  UNIQUE (body_id, content_hash)
);
CREATE INDEX ON offers.version (body_id, item_id);

-- What the engine says of one offer version and one right (or claimed number): one line, as detect writes it.
CREATE TABLE detection.finding (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  body_id uuid NOT NULL DEFAULT kernel.body(),
  region text NOT NULL DEFAULT kernel.region(),
  offer_version_id bigint NOT NULL REFERENCES offers.version,
  lead_id text NOT NULL CHECK (lead_id ~ '^[0-9a-f]{16}$'),
  output text NOT NULL CHECK (output IN ('lead', 'screened', 'held')),
  -- Order within the offer, as detect writes.
  ordinal int NOT NULL,
  right_kind text,
  right_number text,
  line json NOT NULL,
  UNIQUE (body_id, offer_version_id, lead_id, ordinal)
);
CREATE INDEX ON detection.finding (body_id, lead_id);
CREATE INDEX ON detection.finding (body_id, output, offer_version_id);
CREATE INDEX ON detection.finding (body_id, right_number, right_kind);

-- The derived state of a lead; what happened to it is in lead_event.
CREATE TABLE detection.lead (
  body_id uuid NOT NULL DEFAULT kernel.body(),
  region text NOT NULL DEFAULT kernel.region(),
  lead_id text NOT NULL,
  -- open: waits for a person; explained: every finding is screened or held now; the rest are a person's words.
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'explained', 'suspected', 'not_infringing', 'needs_evidence')),
  strength text NOT NULL CHECK (strength IN ('strong', 'medium', 'weak')),
  score real NOT NULL CHECK (score BETWEEN 0 AND 1),
  act text,
  model text NOT NULL,
  right_kind text,
  right_number text,
  right_name text,
  claimed_number text,
  trader json NOT NULL,
  trader_key text NOT NULL,
  reason json NOT NULL,
  offers int NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (body_id, lead_id)
);
CREATE INDEX ON detection.lead (body_id, state, strength, score DESC);
CREATE TABLE detection.lead_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  body_id uuid NOT NULL DEFAULT kernel.body(),
  region text NOT NULL DEFAULT kernel.region(),
  lead_id text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  account_id uuid DEFAULT kernel.account(),
  kind text NOT NULL CHECK (kind IN ('opened', 'grew', 'explained', 'reopened', 'licence_added', 'right_changed', 'judged', 'undone')),
  detail jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX ON detection.lead_event (body_id, lead_id, id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON detection.lead_event FOR EACH ROW EXECUTE FUNCTION kernel.refuse();

-- How far a detection has come, written in the transaction that stores its findings: a killed one goes on from here.
CREATE TABLE detection.progress (
  import_id uuid PRIMARY KEY REFERENCES imports.import,
  body_id uuid NOT NULL DEFAULT kernel.body(),
  region text NOT NULL DEFAULT kernel.region(),
  done_through bigint NOT NULL DEFAULT 0,
  total bigint NOT NULL DEFAULT 0
);

CREATE TABLE judgment.judgment (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  body_id uuid NOT NULL DEFAULT kernel.body(),
  region text NOT NULL DEFAULT kernel.region(),
  lead_id text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  account_id uuid NOT NULL DEFAULT kernel.account(),
  verdict text NOT NULL CHECK (verdict IN ('suspected_infringement', 'suspected_counterfeit_patent', 'not_infringing', 'needs_evidence')),
  reason_code text NOT NULL,
  note text,
  -- Undo is a row of its own that names the judgment it takes back.
  undoes bigint REFERENCES judgment.judgment
);
CREATE INDEX ON judgment.judgment (body_id, lead_id, id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON judgment.judgment FOR EACH ROW EXECUTE FUNCTION kernel.refuse();

-- Deny by default; a body sees its own rows, whatever the query says.
GRANT SELECT ON people.body, people.account TO zhijian_app;
GRANT SELECT, INSERT ON kernel.audit, detection.lead_event, judgment.judgment, imports.set_aside, rights.right_row, rights.coverage, rights.licence, offers.version TO zhijian_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON detection.finding, detection.lead TO zhijian_app;
GRANT SELECT, INSERT, UPDATE ON imports.import, detection.progress TO zhijian_app;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['kernel.audit', 'imports.import', 'imports.set_aside', 'rights.right_row', 'rights.coverage', 'rights.licence', 'offers.version',
                              'detection.finding', 'detection.lead', 'detection.lead_event', 'detection.progress', 'judgment.judgment'] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_body ON %s FOR ALL TO zhijian_app USING (body_id = kernel.body()) WITH CHECK (body_id = kernel.body())', name);
  END LOOP;
END $$;
ALTER TABLE people.body ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_body ON people.body FOR SELECT TO zhijian_app USING (id = kernel.body());
ALTER TABLE people.account ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_body ON people.account FOR SELECT TO zhijian_app USING (body_id = kernel.body());
