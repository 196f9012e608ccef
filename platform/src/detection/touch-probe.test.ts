// An offer that the probe leaves out has the same findings under the register before and after: tried on registers drawn by seed.
import { fileURLToPath } from 'node:url';
import type { Coverage, Licence, Offer, RightRow } from '@zhijian/contract';
import { attachLicences, buildIndex, detectOffer, foldRights, isReject, parsePatentNumber, RegisterIndex } from '@zhijian/engine';
import { beforeAll, expect, test } from 'vitest';
import { readOffers } from '../offers/index.ts';
import { readLicences, readRights } from '../rights/index.ts';
import { RegisterBuilder } from './build-register.ts';
import { TouchProbe } from './touch-probe.ts';

const world = (name: string) => fileURLToPath(new URL(`../../../demo/world/${name}.csv`, import.meta.url));
const JUDGED_ON = '2026-11-24';
const STALE = 180;
const COVERAGE: Coverage[] = [
  { office: 'CN', kind: 'utility_model', from_year: 2010, to_year: 2026 },
  { office: 'CN', kind: 'trademark', from_year: 1980, to_year: 2026 },
];

const rows: RightRow[] = [];
const licences: Licence[] = [];
const offers: Offer[] = [];
beforeAll(async () => {
  const never = () => {};
  for await (const record of readRights([{ file: world('rights') }], never, never)) rows.push(...record.rows);
  for await (const { licence } of readLicences([world('licences')], never, never)) if (licence !== null) licences.push(licence);
  const all: Offer[] = [];
  for await (const batch of readOffers([world('offers')], never, never)) all.push(...batch.map(({ offer }) => offer));
  // Those that say something of a mark or a patent, and every tenth of the others.
  offers.push(...all.filter(({ title, description, marking }, i) => i % 10 === 0 || /专利|®/.test(`${title}${description}${marking}`)));
  const first = all[0]!;
  // Absent numbers: of a year that the register holds, and of this year, which a later filing may show to be absent for good.
  const absent = [numbered('20182', '9999345'), numbered('20262', '0001234')];
  const titles = [...absent.map((number) => `耳机 专利号 ${number}`), '专利号 201829999002.8', '霜月® 耳机', '鹮丹 耳机'];
  offers.push(...titles.map((title, i) => ({ ...first, item_id: `x${i}`, title })));
});

/** A patent number with the check character that fits. */
const numbered = (head: string, serial: string): string => {
  const fits = [...'0123456789X']
    .map((check) => `${head}${serial}.${check}`)
    .find((number) => {
      const parsed = parsePatentNumber(number);
      return !isReject(parsed);
    });
  return fits!;
};

/** Lehmer's generator: the same draws on every run. */
const dice = (seed: number) => () => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
};

const register = (rightRows: readonly RightRow[], withLicences: readonly Licence[], coverage: readonly Coverage[]): RegisterIndex => {
  const rights = foldRights(rightRows);
  attachLicences(rights, withLicences);
  return new RegisterIndex(buildIndex(rights, coverage));
};
const findings = (offer: Offer, index: RegisterIndex): string => {
  const { leads, screened, held } = detectOffer(offer, { register: index, judged_on: JUDGED_ON, stale_days: STALE });
  return JSON.stringify([leads, screened, held]);
};

/** A row as a later snapshot may give it: another name, owner, status or day. */
const altered = (row: RightRow, draw: () => number): RightRow => {
  const chance = Math.floor(draw() * 5);
  if (chance === 0) return { ...row, name: row.name === null ? '鹮舟' : `${row.name.slice(0, -1)}丹`, known_on: '2026-11-23' };
  if (chance === 1) return { ...row, owner: '另一家公司', known_on: '2026-11-23' };
  if (chance === 2)
    return { ...row, status: row.kind === 'trademark' ? 'cancelled' : 'lapsed_unpaid_fee', status_date: '2026-06-01', published_on: '2026-06-02' };
  if (chance === 3) return { ...row, known_on: '2026-11-24' };
  return row.kind === 'trademark' ? { ...row, classes: [3, 9, 30] } : { ...row, number: `${row.number.slice(0, -1)}X` };
};

test('whoever is left out is as before, and most are left out', () => {
  const draw = dice(20_261_124);
  let asked = 0;
  let left = 0;
  let rounds = 0;
  for (let round = 0; round < 18; round += 1) {
    // Every other register is an old snapshot until the import comes.
    const known = round % 2 === 0 ? {} : { known_on: '2026-02-10' };
    const before = rows.filter(() => draw() < 0.8).map((row) => ({ ...row, ...known }));
    const kept = licences.filter(() => draw() < 0.8);
    const licenceRound = round % 3 === 2;
    // Marks alone move no serial, and what is known as of the same day moves no day: each fact of the register is tried by itself.
    const [marksAlone, sameDay] = [round % 4 === 1, round % 4 === 2];
    const extra = licenceRound
      ? []
      : [...rows.filter(() => draw() < 0.04), ...rows.filter(() => draw() < 0.03).map((row) => altered(row, draw))]
          .filter(({ kind }) => !marksAlone || kind === 'trademark')
          .map((row) => ({ ...row, ...(sameDay ? { known_on: '2026-11-20' } : {}) }));
    const serial = { ...rows.find(({ kind }) => kind === 'utility_model')!, number: numbered('20262', '0005000') };
    if (!licenceRound && sameDay) extra.push({ ...serial, known_on: '2026-11-20' });
    const licensed = licenceRound ? licences.filter((one) => !kept.includes(one) && draw() < 0.5) : [];
    const coverage = round % 4 === 0 ? [] : COVERAGE;
    const moved = !licenceRound && round % 8 === 5;
    const builder = new RegisterBuilder({
      kind: licenceRound ? 'licences' : 'rights',
      rights: foldRights([...before, ...extra]).length,
      licences: [
        ...kept.map((one) => ({ content: JSON.stringify(one), isNew: false })),
        ...licensed.map((one) => ({ content: JSON.stringify(one), isNew: true })),
      ],
      coverage,
      coverage_moved: moved,
    });
    builder.add([
      ...before.map((row) => ({ content: JSON.stringify(row), isNew: false })),
      ...extra.map((row) => ({ content: JSON.stringify(row), isNew: true })),
    ]);
    const { touched } = builder.build();
    const was = register(before, kept, moved ? [] : coverage);
    const is = register([...before, ...extra], [...kept, ...licensed], coverage);
    if (touched!.everything) continue;
    rounds += 1;
    const probe = new TouchProbe(touched!, is);
    for (const offer of offers) {
      asked += 1;
      if (probe.touches(offer, JUDGED_ON, STALE)) continue;
      left += 1;
      expect(findings(offer, is)).toBe(findings(offer, was));
    }
  }
  expect(left / asked).toBeGreaterThan(0.5);
  expect(left).toBeLessThan(asked);
  expect(rounds).toBeGreaterThan(12);
});
