// Market entities as their register shows them (domain.md 8.4).
import type { Day } from './records.ts';
import type { Label } from './vocabulary.ts';

export const TRADER_STATUS = {
  active: { zh: '存续（在营、开业、在册）', en: 'in business' },
  suspended: { zh: '停业、歇业', en: 'suspended' },
  liquidating: { zh: '清算', en: 'in liquidation' },
  moved_out: { zh: '迁出', en: 'moved to another register' },
  revoked: { zh: '吊销', en: 'licence revoked' },
  deregistered: { zh: '注销', en: 'deregistered' },
  cancelled: { zh: '撤销登记', en: 'registration cancelled' },
} satisfies Record<string, Label>;
export type TraderStatus = keyof typeof TRADER_STATUS;

export interface TraderRecord {
  /** Unified social credit code of which both check characters hold. */
  code: string;
  name: string;
  type: string | null;
  legal_representative: string | null;
  /** Minor units (fen). */
  capital: number | null;
  capital_currency: string | null;
  founded_on: Day | null;
  term_from: Day | null;
  /** Null where none is given and where the term has no end. */
  term_to: Day | null;
  authority: string | null;
  status: TraderStatus | null;
  address: string | null;
  scope: string | null;
  known_on: Day | null;
  extra: Record<string, string>;
}

export const TRADER_SENTENCE = {
  code: {
    zh: '统一社会信用代码：18 位数字或大写字母（不含 I、O、S、V、Z）',
    en: 'a unified social credit code: 18 digits or capitals without I, O, S, V, Z',
  },
  code_character: { zh: '第 {place} 位不能是 {found}：{code}', en: 'character {place} cannot be {found}: {code}' },
  code_organisation: {
    zh: '第 17 位（组织机构代码校验位，GB 11714）应为 {expected}，所给为 {found}',
    en: 'character 17 (the check character of the organisation code, GB 11714) should be {expected}, got {found}',
  },
  code_total: {
    zh: '第 18 位（统一社会信用代码校验位，GB 32100）应为 {expected}，所给为 {found}',
    en: 'character 18 (the check character of the whole code, GB 32100) should be {expected}, got {found}',
  },
  code_both: { zh: '{organisation}；{total}', en: '{organisation}; {total}' },
} as const;
