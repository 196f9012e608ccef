// The register of the bench: real names of chains and bodies as marks, topped up with made names of two to four Han characters.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Right, RightRow } from '@zhijian/contract';
import { foldRights, rightRow } from '@zhijian/engine';
import { parse } from 'csv-parse/sync';
import { classesOf } from './nice-classes.ts';
import { seeded } from './random.ts';
import type { Sources } from './sources.ts';

export interface Mark {
  name: string;
  classes: number[];
  real: boolean;
}

/** "7 Up (Canada/USA)", "日出茶太 (中国大陆)": the index tells namesakes apart so; it is no part of the name. */
const BY_PLACE = /\s*[(（][^()（）]*[)）]$/u;
const FOLDERS = ['brands', 'operators', 'transit', 'flags'];
const ONLY_LATIN = /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{Zs}\p{S}]+$/u;
const ONLY_HAN_AND_LATIN = /^[\p{Script=Han}\p{Script=Latin}\p{M}\p{N}\p{P}\p{Zs}\p{S}]+$/u;
const count = (name: string, of: RegExp) => name.match(of)?.length ?? 0;

/** Latin names of four or more letters, Han names of two or more characters. */
const searchable = (name: string) =>
  count(name, /\p{Script=Han}/gu) >= 2 ? ONLY_HAN_AND_LATIN.test(name) : ONLY_LATIN.test(name) && count(name, /\p{Script=Latin}/gu) >= 4;

/** `wanted` marks, the same for the same sources; the first n of them are the smaller registers. Real names come first, in a shuffled order. */
export function readMarks(sources: Sources, wanted: number): Mark[] {
  const names = sources.shared ? namesOfIndex(join(sources.shared, 'brands-nsi/data')) : namesOfSample(join(sources.sample, 'names.csv'));
  const real = seeded(20_261_124).shuffle([...names].filter(([name]) => searchable(name)));
  const marks: Mark[] = real.map(([name, categories]) => ({ name, classes: classesOf([...categories]), real: true }));
  return [...marks, ...madeNames(marks, wanted - marks.length)].slice(0, wanted);
}

function namesOfSample(file: string): Map<string, Set<string>> {
  const rows = parse(readFileSync(file, 'utf8'), { columns: true }) as { name: string; categories: string }[];
  return new Map(rows.map((row) => [row.name, new Set(row.categories.split(' '))]));
}

interface Item {
  displayName?: string;
  tags?: Record<string, string>;
}

function namesOfIndex(root: string): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const folder of FOLDERS) {
    if (!existsSync(join(root, folder))) continue;
    for (const file of (readdirSync(join(root, folder), { recursive: true }) as string[]).filter((one) => one.endsWith('.json')).sort()) {
      const { properties, items } = JSON.parse(readFileSync(join(root, folder, file), 'utf8')) as { properties: { path: string }; items: Item[] };
      const category = properties.path.slice(properties.path.indexOf('/') + 1);
      for (const { displayName, tags } of items) {
        for (const written of [displayName, tags?.['name:zh'], tags?.['brand:zh'], tags?.['operator:zh']]) {
          const name = written?.replace(BY_PLACE, '');
          if (!name) continue;
          const known = names.get(name);
          if (known) known.add(category);
          else names.set(name, new Set([category]));
        }
      }
    }
  }
  return names;
}

// Classes that Chinese consumer brands are registered in most.
const MADE_CLASSES = [3, 5, 9, 11, 14, 16, 18, 20, 21, 25, 28, 29, 30, 32, 33, 35];

/** Names of two (30%), three (45%) or four (25%) of the characters that real Han names are made of. */
function madeNames(real: readonly Mark[], wanted: number): Mark[] {
  const random = seeded(33_000);
  const taken = new Set(real.map(({ name }) => name));
  const characters = real.flatMap(({ name }) => (/^\p{Script=Han}{2,6}$/u.test(name) ? [...name] : []));
  const made: Mark[] = [];
  while (made.length < wanted) {
    const share = random.next();
    const length = share < 0.3 ? 2 : share < 0.75 ? 3 : 4;
    const name = Array.from({ length }, () => random.pick(characters)).join('');
    if (taken.has(name)) continue;
    taken.add(name);
    made.push({ name, classes: [random.pick(MADE_CLASSES)], real: false });
  }
  return made;
}

export const numberOf = (place: number): string => String(10_000_001 + place);

/** Marks as registered in China, each of an owner of its own. Number n + 10000001 is the mark at place n. */
export const rightsOf = (marks: readonly Mark[]): Right[] =>
  foldRights(
    marks.map(
      ({ name, classes }, place): RightRow =>
        rightRow(
          { kind: 'trademark', number: numberOf(place), office: 'CN' },
          {
            name,
            owner: `${name} (owner)`,
            classes,
            filing_date: '2015-01-01',
            grant_date: '2016-01-01',
            expiry_date: '2036-01-01',
            status: 'registered',
            status_date: '2016-01-01',
            published_on: '2016-01-01',
            known_on: '2026-11-01',
          },
        ),
    ),
  );
