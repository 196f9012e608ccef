// Words after `import` and `export`: what is not an option is a file or a name, wherever it stands.
import { resolve } from 'node:path';
import { COMMAND, type Day, EXPORT_FORMAT, IMPORT_KIND, type ImportKind, OPTION, ZhijianError } from '@zhijian/contract';
import { readConfig } from '../kernel/index.ts';
import { parseDay } from '../readers/index.ts';
import type { HousePlace } from './house.ts';

const MANY: ReadonlySet<string> = new Set(['--covers']);
const ALONE: ReadonlySet<string> = new Set(['--json', '--dry-run']);

const collect = (command: 'import' | 'export' | 'right', words: readonly string[]): { names: string[]; given: Map<string, string[]> } => {
  const names: string[] = [];
  const given = new Map<string, string[]>();
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (!word.startsWith('-')) {
      if (word === '') throw new ZhijianError('argument_unexpected', { given: word });
      names.push(word);
      continue;
    }
    const [option = '', ...joined] = word.split('=');
    if (!Object.hasOwn(OPTION[command], option)) throw new ZhijianError('option_unknown', { given: option });
    const before = given.get(option) ?? [];
    if (before.length > 0 && !MANY.has(option)) throw new ZhijianError('option_twice', { option });
    if (ALONE.has(option)) {
      if (joined.length > 0) throw new ZhijianError('argument_unexpected', { given: word });
      given.set(option, ['']);
      continue;
    }
    const value = joined.length > 0 ? joined.join('=') : left.shift();
    if (value === undefined || value === '' || (joined.length === 0 && value.startsWith('--')))
      throw new ZhijianError('option_needs_value', { option });
    given.set(option, [...before, value]);
  }
  return { names, given };
};

const placeOf = (given: ReadonlyMap<string, string[]>, env: NodeJS.ProcessEnv, root: string): HousePlace => {
  const { dataDir, databaseUrl } = readConfig(env, root);
  const [data] = given.get('--data') ?? [];
  const [body] = given.get('--body') ?? [];
  return {
    dataDir: data === undefined ? dataDir : resolve(data),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(body === undefined ? {} : { body }),
  };
};

export interface ImportWords {
  place: HousePlace;
  files: string[];
  /** Null: by the headings of each file. */
  kind: ImportKind | null;
  covers: string[];
  /** Of which day the data are, where a file does not say it. */
  knownOn: Day | null;
  /** Read and report only. */
  dryRun: boolean;
}

/** Throws ZhijianError with the option, what was given and what is allowed. `root`: the checkout, to which ./data is relative. */
export const importArguments = (words: readonly string[], env: NodeJS.ProcessEnv, root: string): ImportWords => {
  const { names, given } = collect('import', words);
  if (names.length === 0) throw new ZhijianError('usage', { detail: COMMAND.import.synopsis });
  const [kind] = given.get('--as') ?? [];
  if (kind !== undefined && !Object.hasOwn(IMPORT_KIND, kind))
    throw new ZhijianError('usage', { detail: `--as ${Object.keys(IMPORT_KIND).join('|')}` });
  return {
    place: placeOf(given, env, root),
    files: names,
    kind: (kind as ImportKind | undefined) ?? null,
    covers: given.get('--covers') ?? [],
    knownOn: dayOf(given, '--known-on'),
    dryRun: given.has('--dry-run'),
  };
};

const EXPORTS = ['rights', 'licences', 'decisions', 'traders', 'offers', 'leads', 'screened', 'held'] as const;
const oneOf = <const V extends readonly string[]>(values: V, word: string | undefined): V[number] | null =>
  values.find((one) => one === word) ?? null;

export interface ExportWords {
  place: HousePlace;
  what: (typeof EXPORTS)[number];
  format: (typeof EXPORT_FORMAT)[number];
  /** Null: standard output. */
  out: string | null;
}

/** Throws ZhijianError with the option, what was given and what is allowed. */
export const exportArguments = (words: readonly string[], env: NodeJS.ProcessEnv, root: string): ExportWords => {
  const { names, given } = collect('export', words);
  const [word, more] = names;
  const what = oneOf(EXPORTS, word);
  const format = oneOf(EXPORT_FORMAT, given.get('--format')?.[0] ?? 'jsonl');
  if (what === null) throw new ZhijianError('usage', { detail: COMMAND.export.synopsis });
  if (format === null) throw new ZhijianError('usage', { detail: `--format ${EXPORT_FORMAT.join('|')}` });
  if (more !== undefined) throw new ZhijianError('argument_unexpected', { given: more });
  return { place: placeOf(given, env, root), what, format, out: given.get('--out')?.[0] ?? null };
};

export interface RightWords {
  place: HousePlace;
  number: string;
  on: Day | null;
  as_known: Day | null;
  json: boolean;
}

/** Throws ZhijianError with the option, what was given and what is allowed. */
export const rightArguments = (words: readonly string[], env: NodeJS.ProcessEnv, root: string): RightWords => {
  const { names, given } = collect('right', words);
  const [what, number, more] = names;
  if (what !== 'show' || number === undefined) throw new ZhijianError('usage', { detail: COMMAND.right.synopsis });
  if (more !== undefined) throw new ZhijianError('argument_unexpected', { given: more });
  return { place: placeOf(given, env, root), number, on: dayOf(given, '--on'), as_known: dayOf(given, '--as-known'), json: given.has('--json') };
};

const dayOf = (given: ReadonlyMap<string, string[]>, option: string): Day | null => {
  const text = given.get(option)?.[0];
  if (text === undefined) return null;
  if (parseDay(text) !== text) throw new ZhijianError('day_invalid', { given: text });
  return text;
};
