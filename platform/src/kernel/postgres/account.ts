// Who runs the server, and so where its files can lie. PostgreSQL refuses root; an officer's machine is often used as root.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ZhijianError } from '@zhijian/contract';

/** How the server's programs are run. `self`: as oneself. `account`: as `uid`. `namespace`: by root, who is somebody else inside a user namespace. */
export type Account = { kind: 'self' } | { kind: 'account'; uid: number } | { kind: 'namespace' };

export interface Place {
  /** Folder of the lock, the password, the log and `postgres/`; mostly the data folder itself. */
  home: string;
  /** Only the account enters it. */
  cluster: string;
  pgdata: string;
  account: Account;
  /** Folders that the binaries may be copied to, best first. */
  states: string[];
}

const SYSTEM_STATE = '/var/lib/zhijian';
/** initdb wants an account that passwd knows. */
export const NOBODY = 65534;
/** uids that systemd leaves unused; the server gets one of its own, so that other processes of nobody cannot read its files. */
const PRIVATE_UIDS = [60_847, 60_848, 60_849, 60_850];

const place = (home: string, account: Account, states: string[]): Place => {
  const cluster = join(home, 'postgres');
  return { home, cluster, pgdata: join(cluster, 'data'), account, states };
};

/** Words that run `words` as the account, for spawn; `uid` and `gid` belong into its options. */
export const commandFor = (account: Account, words: readonly string[]): { file: string; args: string[]; ids: { uid?: number; gid?: number } } => {
  const all = account.kind === 'namespace' ? ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--', ...words] : [...words];
  return { file: all[0]!, args: all.slice(1), ids: account.kind === 'account' ? { uid: account.uid, gid: account.uid } : {} };
};

const works = (account: Account, ...words: string[]): boolean => {
  const { file, args, ids } = commandFor(account, words);
  return spawnSync(file, args, { ...ids, cwd: '/', stdio: 'ignore' }).status === 0;
};

const privateUid = (): number | undefined => {
  const taken = new Set(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => Number(line.split(':')[2])),
  );
  return PRIVATE_UIDS.find((uid) => !taken.has(uid));
};

/** Whether the folder can be handed to accounts of their own: not on every file system, not with every set of rights. */
const canHandOver = (home: string, uid: number): boolean => {
  const probe = join(home, `.probe.${process.pid}`);
  try {
    mkdirSync(probe);
    chownSync(probe, NOBODY, NOBODY);
    chownSync(probe, uid, uid);
    return works({ kind: 'account', uid }, 'test', '-w', probe) && works({ kind: 'account', uid: NOBODY }, 'test', '-x', home);
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
};

const isWritable = (dir: string): boolean => {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o755 });
    const probe = join(dir, `.probe.${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
    return true;
  } catch {
    return false;
  }
};

const pointerOf = (dataDir: string): string => join(dataDir, 'postgres-is-at');

/** The folder that holds the lock and the cluster: the data folder, or what its pointer says. */
export const homeOf = (dataDir: string): string => {
  try {
    return readFileSync(pointerOf(dataDir), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return dataDir;
    throw error;
  }
};

const asRoot = (dataDir: string): Place => {
  const home = homeOf(dataDir);
  const states = [SYSTEM_STATE, home].filter((state) => state === home || isWritable(state));
  const uid = privateUid();
  if (uid !== undefined && canHandOver(home, uid)) return place(home, { kind: 'account', uid }, states);
  // A folder that only root may enter: root's own files, written by a server that is nobody inside its namespace.
  if (works({ kind: 'namespace' }, 'true')) return place(home, { kind: 'namespace' }, states);
  const elsewhere = join(SYSTEM_STATE, createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16));
  if (uid !== undefined && isWritable(elsewhere) && canHandOver(elsewhere, uid)) {
    writeFileSync(`${pointerOf(dataDir)}.tmp`, `${elsewhere}\n`);
    renameSync(`${pointerOf(dataDir)}.tmp`, pointerOf(dataDir));
    return place(elsewhere, { kind: 'account', uid }, [SYSTEM_STATE]);
  }
  if (existsSync(elsewhere) && readdirSync(elsewhere).length === 0) rmdirSync(elsewhere);
  throw new ZhijianError('database_as_root', { dir: dataDir });
};

/**
 * Where the cluster of a data folder lies and who runs it. A cluster that exists decides by its owner; a new one takes the first way that
 * works here: an account of its own, a user namespace, a folder below /var/lib/zhijian (docs/decisions/0012-embedded-database.md).
 * Throws database_as_root when root finds no way, database_owner when the cluster is another user's.
 */
export const findPlace = (dataDir: string): Place => {
  const home = homeOf(dataDir);
  const self = process.geteuid?.() ?? 0;
  const pgdata = join(home, 'postgres', 'data');
  const owner = ownerOf(pgdata);
  if (owner === undefined) return self === 0 ? asRoot(dataDir) : place(home, { kind: 'self' }, [home]);
  if (owner === self)
    return self === 0 ? place(home, { kind: 'namespace' }, [SYSTEM_STATE, home].filter(isWritable)) : place(home, { kind: 'self' }, [home]);
  if (self !== 0) throw new ZhijianError('database_owner', { dir: pgdata, owner });
  const account: Account = { kind: 'account', uid: owner };
  if (!works(account, 'test', '-x', dirname(pgdata))) throw new ZhijianError('database_owner', { dir: pgdata, owner });
  return place(home, account, [SYSTEM_STATE, home].filter(isWritable));
};

const ownerOf = (pgdata: string): number | undefined => {
  try {
    return statSync(pgdata).uid;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    // The cluster folder is closed to us, so somebody else made it.
    if (existsSync(dirname(pgdata))) throw new ZhijianError('database_owner', { dir: pgdata, owner: statSync(dirname(pgdata)).uid });
    throw error;
  }
};
