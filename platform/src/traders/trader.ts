// A record of a file of market entities -> the trader.
import { type Day, fieldNames, READER_SENTENCE, say, TRADER_STATUS, type TraderRecord, type TraderStatus } from '@zhijian/contract';
import { Fields, parseDay, parseMoney, parseTerm, SetAside, saysNothing, type TableRecord, wordKey, wordsOf } from '../readers/index.ts';
import { codeOf } from './code.ts';
import type { TraderField } from './columns.ts';
import { exportedTrader } from './exported.ts';

export const TRADER_STATUS_ALIASES: Record<TraderStatus, string> = {
  active: '存续 在营 开业 在册 在业 正常 存续(在营、开业、在册) 在营(开业)企业 确立 登记成立 active existing',
  suspended: '停业 歇业 suspended',
  liquidating: '清算 清算中 liquidation',
  moved_out: '迁出 迁出登记 moved',
  revoked: '吊销 已吊销 吊销未注销 吊销,未注销 revoked',
  deregistered: '注销 已注销 吊销已注销 吊销,已注销 注销企业 deregistered dissolved',
  cancelled: '撤销 已撤销 除名 责令关闭 cancelled',
};
const STATUSES = wordsOf(TRADER_STATUS, TRADER_STATUS_ALIASES);

/** 5000万元人民币, 1.2亿元, 100万美元: a word that parseMoney takes. */
const moneyWord = (text: string): string => {
  const plain = text.length > 60 ? '' : text.normalize('NFKC').replace(/[\s,]/g, '');
  const [, whole = '', fraction = '', rest = ''] = /^(\d{1,6})(?:\.(\d{1,8}))?亿(.*)$/.exec(plain) ?? [];
  const tenThousands =
    whole === '' ? plain : `${whole}${fraction.padEnd(4, '0').slice(0, 4)}${fraction.length > 4 ? `.${fraction.slice(4)}` : ''}万${rest}`;
  return tenThousands.replace(/元(?:整)?(?:\(?(人民币|美元|欧元|港元|日元|英镑)\)?)?$/, (_, named?: string) => named ?? '元');
};

/** How registers write a term without end; some databases write the last day that they can hold. */
const ENDLESS = /长期(?:有效|存续|经营)?|永[久续](?:有效|存续|经营)?|无固定期限|无期限|[不未]约定(?:期限)?|无限期|9999[-./年]?12[-./月]?31日?/;

/** The term of business: both ends, or a beginning without end; null for another text. */
const termOf = (text: string): { from: Day | null; to: Day | null } | null => {
  const term = parseTerm(text);
  if (term !== null || text.length > 100) return term;
  // `2018-01-02至`: the register left the end open.
  if (!ENDLESS.test(text) && !/[至到]\s*$/.test(text)) return null;
  const from = text
    .normalize('NFKC')
    .replace(ENDLESS, '')
    .replace(/^自|[\s至到~—-]+$/g, '')
    .trim();
  const day = from === '' ? null : parseDay(from);
  return from !== '' && day === null ? null : { from: day, to: null };
};

/**
 * The trader of a record. Throws SetAside for a code that fails a check, and for a day or a term that cannot be read; a capital or status
 * that cannot be read is null and kept in `extra` as given.
 * @param knownOn day of the file's snapshot, for a record that has none of its own
 */
export const traderOf = (record: TableRecord<TraderField>, knownOn: Day | null): TraderRecord => {
  if (record.exported !== undefined) return exportedTrader(record);
  const fields = new Fields(record);
  const { extra, given } = record;
  const name = fields.word('name');
  if (name === null) throw new SetAside('name', 'required', '', say(READER_SENTENCE.cell_required, { field: fieldNames(['name']) }));
  const lenient = <T>(field: 'capital' | 'status', parse: (text: string) => T | null): T | null => {
    const cell = given[field];
    if (cell === undefined || saysNothing(cell)) return null;
    const value = parse(cell);
    if (value === null) extra[field] = cell;
    return value;
  };
  const capital = lenient('capital', (text) => parseMoney(moneyWord(text), fields.word('capital_currency'), 'CN'));
  const term = fields.value('term', termOf, 'date', READER_SENTENCE.day);
  const end = fields.value('term_to', (text) => (ENDLESS.test(text) ? '' : parseDay(text)), 'date', READER_SENTENCE.day);
  return {
    code: codeOf(fields.word('code') ?? ''),
    name,
    type: fields.word('type'),
    legal_representative: fields.word('legal_representative'),
    capital: capital?.amount ?? null,
    capital_currency: capital === null ? null : (capital.currency ?? 'CNY'),
    founded_on: fields.day('founded_on'),
    term_from: fields.day('term_from') ?? term?.from ?? null,
    term_to: end === '' ? null : (end ?? term?.to ?? null),
    authority: fields.word('authority'),
    status: lenient('status', (text) => STATUSES.get(wordKey(text)) ?? null),
    address: fields.word('address'),
    scope: fields.text('scope'),
    known_on: fields.day('known_on') ?? knownOn,
    extra,
  };
};
