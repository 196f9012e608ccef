// Expected against found, offer by offer, in memory; read and judged by the same functions as any detection.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLI_DEMO, type Day, type Label, type Licence, type Line, type Offer, type Rejected, type RightRow, ZhijianError } from '@zhijian/contract';
import { attachLicences, buildIndex, DEFAULT_STALE_DAYS, detectOffer, foldRights, type OfferResult, RegisterIndex } from '@zhijian/engine';
import { readOffers } from '../offers/index.ts';
import { fileInput, readTable, type TableForm } from '../readers/index.ts';
import { readLicences, readRights } from '../rights/index.ts';

interface Difference {
  offer: string;
  story: string | Label;
  expected: string;
  got: string;
  reason: Label;
}

export interface WorldCheck {
  planted: number;
  as_expected: number;
  lawful: number;
  unexpected_leads: number;
  differences: Difference[];
  /** Records of any of the files that could not be read: a world must be read whole. */
  set_aside: Rejected[];
  holds: boolean;
}

type Field = 'offer' | 'right' | 'expect' | 'row_or_code' | 'story' | 'note';
type Expected = Partial<Record<Field, string>>;

const FORM: TableForm<Field> = {
  columns: { offer: '商品编号', right: '权利号码', expect: '预期', row_or_code: '行或理由代码', story: '故事', note: '说明' },
  required: ['offer', 'expect'],
  oneOf: [],
};

/**
 * Runs the engine over rights.csv, licences.csv and offers.csv of a folder and compares each planted offer with expected.csv;
 * an offer that expected.csv does not name is lawful and must give no lead. A planted offer must give its expected result for the
 * right, and no lead beside it. Judged on the day that expected.csv names in its first line.
 * @throws ZhijianError for a missing file, or where the day is missing
 */
export const checkWorld = async (dir: string): Promise<WorldCheck> => {
  const at = (name: string) => join(dir, name);
  const set_aside: Rejected[] = [];
  const reject = (one: Rejected) => set_aside.push(one);
  const quiet = () => {};
  const expected = new Map<string, Expected>();
  for await (const rows of readTable(await fileInput(at('expected.csv')), FORM, ({ given }) => given, reject, quiet))
    for (const row of rows) expected.set(row.offer!, row);
  const judged_on = judgedOn(at('expected.csv'));
  const register = await registerOf(at('rights.csv'), at('licences.csv'), reject);

  const differences: Difference[] = [];
  const seen = new Set<string>();
  let lawful = 0;
  let unexpected_leads = 0;
  for await (const batch of readOffers([at('offers.csv')], reject, quiet))
    for (const { offer } of batch) {
      const result = detectOffer(offer, { register, judged_on, stale_days: DEFAULT_STALE_DAYS });
      const wanted = expected.get(offer.item_id);
      if (wanted === undefined) {
        lawful += 1;
        unexpected_leads += result.leads.length;
        for (const lead of result.leads) differences.push(differenceOf(offer, CLI_DEMO.lawful, 'none', [lead], result));
      } else {
        seen.add(offer.item_id);
        const difference = compare(offer, wanted, result);
        if (difference !== null) differences.push(difference);
      }
    }
  for (const [id, row] of expected)
    if (!seen.has(id)) differences.push({ offer: id, story: row.story ?? '', expected: wordsOf(row), got: '—', reason: CLI_DEMO.not_there });
  const wrong = differences.filter(({ offer }) => expected.has(offer)).length;
  const planted = expected.size;
  return {
    planted,
    as_expected: planted - wrong,
    lawful,
    unexpected_leads,
    differences,
    set_aside,
    // A table that expects nothing proves nothing.
    holds: planted > 0 && differences.length === 0 && set_aside.length === 0,
  };
};

const registerOf = async (rightsFile: string, licencesFile: string, reject: (one: Rejected) => void): Promise<RegisterIndex> => {
  const reading = readRights([{ file: rightsFile }], reject, () => {});
  const rows: RightRow[] = [];
  for await (const record of reading) rows.push(...record.rows);
  const licences: Licence[] = [];
  for await (const record of readLicences([licencesFile], reject, () => {})) {
    rows.push(...record.rows);
    if (record.licence !== null) licences.push(record.licence);
  }
  const rights = foldRights(rows);
  attachLicences(rights, licences);
  return new RegisterIndex(buildIndex(rights, reading.coverage));
};

export const judgedOn = (file: string): Day => {
  const day = /^# judged_on: (\d{4}-\d{2}-\d{2})\s*$/m.exec(readFileSync(file, 'utf8'))?.[1];
  if (day === undefined) throw new ZhijianError('usage', { detail: `${file}: # judged_on: YYYY-MM-DD` });
  return day;
};

/** Null where the offer gives what is expected and nothing worse. */
const compare = (offer: Offer, wanted: Expected, result: OfferResult): Difference | null => {
  const isOfRight = ({ right }: Line) => (right?.number ?? '') === (wanted.right ?? '');
  const all = allLines(result);
  const ofRight = all.filter(isOfRight);
  const besides = result.leads.filter((line) => !isOfRight(line));
  const good = wanted.expect === 'none' ? ofRight.length === 0 : ofRight.length === 1 && outcomeOf(ofRight[0]!, result) === wordsOf(wanted);
  if (good && besides.length === 0) return null;
  return differenceOf(offer, wanted.story ?? '', wordsOf(wanted), good ? besides : ofRight, result);
};

const allLines = ({ leads, screened, held }: OfferResult): Line[] => [...leads, ...screened, ...held];

const differenceOf = (offer: Offer, story: string | Label, expected: string, lines: readonly Line[], result: OfferResult): Difference => ({
  offer: offer.item_id,
  story,
  expected,
  got:
    lines.length === 0 ? 'none' : lines.map((line) => `${outcomeOf(line, result)}${line.right === null ? '' : ` (${line.right.number})`}`).join(', '),
  reason: lines[0]?.reason ?? CLI_DEMO.nothing,
});

const wordsOf = ({ expect = '', row_or_code = '' }: Expected): string => `${expect} ${row_or_code}`.trim();

/** What became of a line in the words of expected.csv: the row of a lead, the code of the reason otherwise. */
const outcomeOf = (line: Line, { screened, held }: OfferResult): string => {
  const out = screened.find((one) => one === line);
  if (out) return `screened ${out.screened_by.code}`;
  const waiting = held.find((one) => one === line);
  if (waiting) return `held ${waiting.held_for.code}`;
  const { row, inner_row } = line.matches[0]!;
  return `lead ${inner_row === null ? row : `${row}>${inner_row}`}`;
};
