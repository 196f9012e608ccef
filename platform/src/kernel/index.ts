// Clauses: G2 (a platform that runs, keeps and recovers).
// In: the environment, a data folder or an operator's database; work to do in a transaction or as a job.
// Out: a database that is ready and migrated, transactions under the asker's name, jobs, audit rows, password hashes.
// Invariant: a person's query runs under the application's role with one body's name; a job exists if and only if its cause was committed.
export { type AuditEntry, audit } from './audit.ts';
export { databaseIsAway } from './away.ts';
export { type Config, readConfig } from './config.ts';
export { addJob, type DeadJob, deadJobs, type JobCounts, type JobOptions, jobCounts, replayJob } from './jobs.ts';
export { MIGRATIONS, migrate, readMigrations } from './migrate.ts';
export { hashPassword, verifyPassword } from './passwords.ts';
export { type Asker, asBody, asSystem, oneAtATime, openPool, type Pool, type PoolOptions, type Queryable, type Tx } from './pool.ts';
export { type Database, hasDatabase, type OpenOptions, openDatabase } from './postgres.ts';
export { setSetting, settingOf } from './settings.ts';
export { type Handler, type Handlers, type JobRun, joinHandlers, startWorker, type Worker, type WorkerOptions } from './worker.ts';
