-- Work is a row that is added in the transaction that causes it. The queue's own tables come with its package; the application's role
-- reaches them through one function, so that it can add work and neither read, change nor remove any.

CREATE FUNCTION kernel.add_job(name text, payload json, key text, queue text, attempts int) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (graphile_worker.add_job(identifier => $1, payload => $2, job_key => $3, queue_name => $4, max_attempts => $5)).id;
END $$;
REVOKE EXECUTE ON FUNCTION kernel.add_job FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kernel.add_job TO zhijian_app;

-- Which process a name belongs to under which jobs are taken. The process holds an advisory lock on its token while it lives; what a dead one had taken is given back.
CREATE TABLE kernel.worker (
  worker_id text PRIMARY KEY,
  token int NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now()
);
