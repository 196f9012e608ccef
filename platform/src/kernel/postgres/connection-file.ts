// How a command finds the server that a running `up` owns: a file beside the data that only its user can read.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';

const fileOf = (home: string): string => join(home, 'connection.json');

export const configOf = (socketDir: string, password: string): pg.ClientConfig => ({
  host: socketDir,
  port: 5432,
  user: 'zhijian',
  password,
  database: 'postgres',
});

export const writeConnection = (home: string, config: pg.ClientConfig): void => {
  const file = fileOf(home);
  writeFileSync(`${file}.tmp`, JSON.stringify(config), { mode: 0o600 });
  renameSync(`${file}.tmp`, file);
};

export const readConnection = (home: string): pg.ClientConfig | undefined => {
  try {
    return JSON.parse(readFileSync(fileOf(home), 'utf8')) as pg.ClientConfig;
  } catch {
    return undefined;
  }
};

export const dropConnection = (home: string): void => rmSync(fileOf(home), { force: true });
