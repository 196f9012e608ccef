-- Who is named in a decision, so that the page of a lead can ask for the decisions on its trader.

-- A name by its letters: 鲸屿（杭州）科技 and 鲸屿(杭州) 科技 are one. Bytes alone decide, so that every server makes the same key.
CREATE FUNCTION rights.party_key(name text) RETURNS text IMMUTABLE PARALLEL SAFE LANGUAGE sql AS
$$ SELECT left(regexp_replace(lower(normalize(name, NFKC) COLLATE "C"), '[\x01-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]', '', 'g'), 200) $$;

CREATE TABLE rights.decision_party (
  decision_id bigint NOT NULL REFERENCES rights.decision,
  body_id uuid NOT NULL DEFAULT kernel.body(),
  region text NOT NULL DEFAULT kernel.region(),
  role text NOT NULL CHECK (role IN ('claimant', 'respondent', 'holder', 'third_party', 'party')),
  name_key text NOT NULL,
  code text
);
CREATE INDEX ON rights.decision_party (body_id, name_key);
CREATE INDEX ON rights.decision_party (body_id, code) WHERE code IS NOT NULL;

INSERT INTO rights.decision_party (decision_id, body_id, region, role, name_key, code)
SELECT d.id, d.body_id, d.region, p->>'role', rights.party_key(p->>'name'), p->>'code' FROM rights.decision d, json_array_elements(d.content->'parties') p;

GRANT SELECT, INSERT ON rights.decision_party TO zhijian_app;
ALTER TABLE rights.decision_party ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_body ON rights.decision_party FOR ALL TO zhijian_app USING (body_id = kernel.body()) WITH CHECK (body_id = kernel.body());
