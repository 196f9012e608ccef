import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Coverage, Match, Offer, RightKind } from '@zhijian/contract';
import { licenceOf, offerOf, rightOf } from '../../evaluation/case-records.ts';
import { readCases } from '../../evaluation/read-cases.ts';
import { buildRegister } from '../../index/register-index.ts';
import { attachLicences, foldRights } from '../../rights/index.ts';
import type { Detection } from '../contract.ts';
import { patentMarking } from './index.ts';
import release from './release.json' with { type: 'json' };

const table = (name: string) => readCases(join(import.meta.dirname, '../../evaluation/cases/patent-marking', name));
const RIGHTS = table('rights.csv');
const LICENCES = table('licences.csv');
const CASES = table('cases.csv');

const registerOf = (name: string, covers: string) => {
  const rights = foldRights(RIGHTS.filter((cells) => cells.register === name).map(rightOf));
  attachLicences(
    rights,
    LICENCES.filter((cells) => cells.register === name).map((cells) => ({
      ...licenceOf(cells),
      marking_consent: cells.marking_consent === 'yes' ? true : cells.marking_consent === 'no' ? false : null,
    })),
  );
  const coverage: Coverage[] = covers
    .split(' ')
    .filter(Boolean)
    .map((text) => {
      const [office, kind, years] = text.split(':');
      const [from, to] = years!.split('-').map(Number);
      return { office: office!, kind: kind as RightKind, from_year: from!, to_year: to! };
    });
  return buildRegister(rights, coverage);
};
const detect = (cells: Record<string, string>, offer: Offer = offerOf(cells)) =>
  patentMarking.detect(offer, { register: registerOf(cells.register!, cells.covers!), judged_on: cells.judged_on!, stale_days: 180 });
const caseOf = (id: string) => CASES.find((cells) => cells.id === id)!;

/** `4>12 lead strong CP1b`, `11 screened SH1`, `14 held annuity_uncertain CP1b`, `30 none`. */
const told = (detection: Detection, scope: Match['scope']): string =>
  detection.findings
    .flatMap((finding) =>
      finding.matches
        .filter((match) => match.scope === scope)
        .map((match) => {
          const code = match.output === 'held' ? finding.held_for?.code : match.output === 'screened' ? match.defences[0]?.code : match.strength;
          return [match.inner_row ? `${match.row}>${match.inner_row}` : match.row, match.output, code, match.act].filter(Boolean).join(' ');
        }),
    )
    .join(' | ');

describe('the case table, from files through the model [B1.counterfeit-patent] [B1.online-recognition]', () => {
  for (const cells of CASES) {
    test(`${cells.id} ${cells.note}`, () => {
      const detection = detect(cells);
      expect({ goods: told(detection, 'goods'), page: told(detection, 'page') }).toEqual({ goods: cells.goods, page: cells.page });
      const [match] = detection.findings.flatMap((finding) => finding.matches);
      if (cells.role) expect(match!.role).toBe(cells.role);
      if (cells.law) expect([match!.law!.article, match!.law!.item].filter(Boolean).join(' ')).toBe(cells.law);
    });
  }
});

test('the table reaches every row that text can reach', () => {
  const rows = new Set(CASES.flatMap((cells) => `${cells.goods} | ${cells.page}`.split(' | ').map((cell) => cell.split(' ')[0]!.split('>')[0]!)));
  for (const row of [
    '0',
    '2',
    '3',
    '4',
    '5',
    '6',
    '6h',
    '6w',
    '7',
    '8',
    '9',
    '10',
    '11',
    '12',
    '13',
    '14',
    '15',
    '16',
    '17',
    '18',
    '19',
    '19u',
    '20',
    '21',
    '22',
    '23',
    '24',
    '25',
    '26',
    '27',
    '28',
    '29',
    '30',
  ])
    expect(rows, row).toContain(row);
  expect(CASES.length).toBeGreaterThanOrEqual(60);
});

test('every match shows its reasons: spans that are the text, both languages filled in, law, release', () => {
  let seen = 0;
  for (const cells of CASES) {
    const offer = offerOf(cells);
    for (const { matches, output, held_for, screened_by } of detect(cells).findings) {
      for (const match of matches) {
        seen++;
        expect(`${match.reason.zh} ${match.reason.en}`, cells.id).not.toMatch(/\{\w+\}|undefined|null|\[object/);
        expect(match.score).toBeGreaterThanOrEqual(0);
        expect(match.score).toBeLessThanOrEqual(1);
        expect(
          match.features.reduce((sum, feature) => sum + feature.weight, 0),
          cells.id,
        ).toBeCloseTo(match.score, 3);
        for (const { field, span, text } of match.features) if (field && span) expect(offer[field]!.slice(...span), cells.id).toBe(text);
        if (match.output === 'lead') expect(match.law === null, cells.id).toBe(match.reason.zh.includes('未引条文'));
        if (match.output === 'lead' && match.row !== '2' && match.row !== '3')
          expect(match.features.some(({ name, span }) => name === 'patent_number' && span !== null)).toBe(true);
      }
      expect(held_for !== null, cells.id).toBe(output === 'held');
      expect(screened_by !== null, cells.id).toBe(output === 'screened');
    }
  }
  expect(seen).toBeGreaterThan(100);
  expect(patentMarking.release).toBe(release.release);
});

const reasonOf = (id: string) => detect(caseOf(id)).findings[0]!.matches[0]!.reason;
test('reasons say what is true: terms, places and days in words, the word that is wrong, the note that matters', () => {
  expect(reasonOf('X10a').zh).toContain('的许可已于 2026-06-30 到期，生产日期不明');
  expect(reasonOf('X10d').zh).toContain('“91110108551385082Q”的许可仅限浙江省，销售地域须核实');
  expect(reasonOf('X10e').zh).toContain('至 2027-12-31 止，未写明起始日，但许可记录写明不同意标注');
  expect(reasonOf('X17b').zh).toContain('“专利产品”');
  expect(reasonOf('X19a').zh).toMatch(/^专利已于 2025-03-01 终止，商品在 2024-12-01 生产时有效：.*仿造厂/);
  expect(reasonOf('X20a').zh).toContain('行为日 2001-03-01 早于所载法规');
  expect(reasonOf('X22a').zh).not.toContain('没有写明专利号');
  expect(reasonOf('X24a').zh).toContain('已于 2020-09-01 ');
  expect(reasonOf('X24a').zh).not.toContain('尚未授权的');
  expect(reasonOf('X24b').zh).toContain(' 2021-05-10 才申请');
  expect(reasonOf('X24d').zh).toContain('后于 2024-10-01 恢复');
  expect(reasonOf('X24i').zh).toContain('采集日期 2027-01-20 晚于判断日 2026-11-24');
  expect(reasonOf('R24a').zh).toContain('（“发明专利”）');
  expect(reasonOf('R26').zh).not.toContain('）（');
  for (const cells of CASES)
    for (const { matches } of detect(cells).findings)
      for (const { reason } of matches) expect(`${reason.zh} ${reason.en}`, cells.id).not.toMatch(/“”|至 —|— 至|）（/);
});

test('a number that no register covers is counted, not accused', () => {
  expect(detect(caseOf('W8')).not_loaded).toEqual(['202029999011.3']);
  expect(detect(caseOf('W7')).not_loaded).toEqual([]);
});

test('row 4 names the character that is wrong', () => {
  expect(detect(caseOf('W5')).findings[0]!.matches[0]!.reason.zh).toContain('末位校验位“8”应为“7”');
  expect(detect(caseOf('R4a')).findings[0]!.matches[0]!.reason.zh).toMatch(/第4位与第5位对调|第5位与第6位对调/);
  expect(detect(caseOf('W5')).findings[0]).toMatchObject({ right: { number: '201829999002.7' }, claimed_number: '201829999002.8' });
});

test('a seller has the open defence of a lawful source; the owner has not', () => {
  expect(detect(caseOf('W2')).findings[0]!.matches[0]!.defences).toContainEqual(expect.objectContaining({ code: 'SH2', result: 'open' }));
  expect(detect(caseOf('R12e')).findings[0]!.matches[0]!.defences.some(({ code }) => code === 'SH2')).toBe(false);
});

test('goods and page of one number are one finding with both results; the worse one speaks', () => {
  const { findings } = detect(caseOf('R12d'));
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    output: 'lead',
    matches: [
      { scope: 'page', row: '12' },
      { scope: 'goods', row: '11' },
    ],
    screened_by: null,
  });
});

test('more sales give the same clause more weight, never above one', () => {
  const base = offerOf(caseOf('W2'));
  const scores = [null, 10, 100_000, 10_000_000].map((sales) => detect(caseOf('W2'), { ...base, sales }).findings[0]!.matches[0]!.score);
  expect([...scores].sort((a, b) => a - b)).toEqual(scores);
  expect(scores[3]).toBeLessThanOrEqual(0.7);
  expect(scores[0]).toBeGreaterThan(0);
});

test('hostile offers never break the model', () => {
  const base = offerOf(caseOf('W4'));
  for (const text of [
    '',
    '\ud800\udfff专利号：\ud800',
    '专利'.repeat(20_000),
    'ZL2018'.repeat(10_000),
    `专利号${'9'.repeat(50_000)}`,
    '\u0000专利号：201829999002.7\u0000',
  ])
    expect(() => detect(caseOf('W4'), { ...base, title: text, description: text, marking: text })).not.toThrow();
});
