// Leads, screened and held as a table that people open: one line each, in words.
import {
  ACT,
  EXPORT_HEADING,
  EXPORT_SHEET,
  type Held,
  type Label,
  LEAD_STATE,
  type LeadState,
  type Line,
  RIGHT_KIND,
  type Screened,
  STRENGTH,
} from '@zhijian/contract';
import { type ExportName, exportLines, leadStates } from '../detection/index.ts';
import { type Asker, asBody, type Pool } from '../kernel/index.ts';
import { csvLines, xlsxBytes } from '../readers/index.ts';

type Heading = keyof typeof EXPORT_HEADING;
const PAGE = 500;

/** 《商标法》（2019）第五十七条第（二）项: statutes as the field shortens them. */
const lawOf = ({ matches }: Line): string => {
  const cited = matches.flatMap(({ law }) =>
    law === null ? [] : [`《${law.text.replace(/^中华人民共和国/, '')}》（${law.version}）${law.article}${law.item ?? ''}`],
  );
  return [...new Set(cited)].join('；');
};

const actsOf = ({ matches }: Line): string => [...new Set(matches.flatMap(({ act }) => (act === null ? [] : [ACT[act].zh])))].join('；');

const becauseOf = (line: Line): Label | null => {
  if ('screened_by' in line) return (line as Screened).screened_by.reason;
  return 'held_for' in line ? (line as Held).held_for.reason : null;
};

/** A cell of a workbook holds 32,767 characters; the JSONL has all. */
const LONGEST = 32_000;

const cellsOf = (line: Line, state: LeadState | undefined): Record<Heading, string> => {
  const { right, trader, offers } = line;
  const [first] = offers;
  return {
    lead_id: line.lead_id,
    state: state === undefined ? '' : LEAD_STATE[state].zh,
    strength: line.strength === null ? '' : STRENGTH[line.strength].zh,
    because: becauseOf(line)?.zh ?? '',
    reason: line.reason.zh,
    law: lawOf(line),
    act: actsOf(line),
    right_kind: right === null ? '' : RIGHT_KIND[right.kind].zh,
    right_number: right?.number ?? '',
    right_name: right?.name ?? '',
    right_owner: right?.owner ?? '',
    claimed_number: line.claimed_number ?? '',
    platform: trader.platform ?? '',
    shop: trader.shop ?? '',
    seller: trader.seller ?? '',
    seller_code: trader.code ?? '',
    offers: String(offers.length),
    title: first?.title ?? '',
    url: first?.url ?? '',
  };
};

async function* rows(pool: Pool, asker: Asker, name: ExportName): AsyncGenerator<string[], void, undefined> {
  const headings = (Object.keys(EXPORT_HEADING) as Heading[]).filter((one) => one !== (name === 'leads' ? 'because' : 'state'));
  yield headings.map((one) => EXPORT_HEADING[one].zh);
  let page: Line[] = [];
  const flush = async (): Promise<string[][]> => {
    const states =
      name === 'leads'
        ? await asBody(pool, asker, (tx) =>
            leadStates(
              tx,
              page.map(({ lead_id }) => lead_id),
            ),
          )
        : null;
    const out = page.map((line) => {
      const cells = cellsOf(line, states?.get(line.lead_id));
      return headings.map((one) => cells[one].slice(0, LONGEST));
    });
    page = [];
    return out;
  };
  for await (const text of exportLines(pool, asker, name)) {
    page.push(JSON.parse(text) as Line);
    if (page.length === PAGE) yield* await flush();
  }
  yield* await flush();
}

/** Lines of a CSV, their breaks included. */
export async function* findingsCsv(pool: Pool, asker: Asker, name: ExportName): AsyncGenerator<string, void, undefined> {
  yield* csvLines(rows(pool, asker, name));
}

export async function* findingsXlsx(pool: Pool, asker: Asker, name: ExportName): AsyncGenerator<Uint8Array, void, undefined> {
  yield* xlsxBytes(rows(pool, asker, name), EXPORT_SHEET[name].zh);
}
