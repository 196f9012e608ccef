-- The page of a right counts its leads.
CREATE INDEX ON detection.lead (body_id, right_number, right_kind);
