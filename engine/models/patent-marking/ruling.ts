// What a row of the decision table says, before it becomes a match.
import {
  type Act,
  type Day,
  type Defence,
  type DefenceCode,
  type HeldCode,
  type Label,
  type Output,
  PATENT_SENTENCE as S,
  say,
  type Role,
  type Scope,
  type Strength,
} from '@zhijian/contract';

export interface Ruling {
  row: string;
  inner_row: string | null;
  output: Output;
  strength: Strength | null;
  act: Act | null;
  role: Role;
  reason: Label;
  defences: Defence[];
  screened_by: DefenceCode | null;
  held_for: HeldCode | null;
  /** What the register said, for the features. */
  facts: { register: 'grant' | 'application' | 'none' | 'not_loaded' | 'foreign' | 'wrong_number' | 'no_number'; status: string | null };
}

export type Facts = Ruling['facts'];
type Base = { role: Role; facts: Facts };

const ruling = (base: Base, row: string, output: Output, reason: Label, rest: Partial<Ruling> = {}): Ruling => ({
  row,
  inner_row: null,
  output,
  strength: null,
  act: null,
  reason,
  defences: [],
  screened_by: null,
  held_for: null,
  ...base,
  ...rest,
});

export const none = (base: Base, row: string, reason: Label) => ruling(base, row, 'none', reason);
export const hold = (base: Base, row: string, held_for: HeldCode, act: Act | null, reason: Label) =>
  ruling(base, row, 'held', reason, { held_for, act });
export const screen = (base: Base, row: string, code: DefenceCode, reason: Label) =>
  ruling(base, row, 'screened', reason, { screened_by: code, defences: [{ code, result: 'applies', reason }] });
export const lead = (base: Base, row: string, strength: Strength, act: Act, reason: Label, defences: Defence[] = []) => {
  // SH2 is no excuse that ends the matter; it is listed for whoever only sells, and tracing goes on upward (domain.md 2.1).
  const source: Defence[] = base.role === 'seller' && act.startsWith('CP') ? [{ code: 'SH2', result: 'open', reason: S.defence_source_open }] : [];
  return ruling(base, row, 'lead', reason, { strength, act, defences: [...defences, ...source] });
};

/** Acts by scope: marking goods is item (i), page text is item (iii) (domain.md 2.1). */
export const ACTS: Record<Scope, { never: Act; pending: Act; ended: Act; others: Act }> = {
  goods: { never: 'CP1a', pending: 'CP1a', ended: 'CP1b', others: 'CP1c' },
  page: { never: 'CP3a', pending: 'CP3b', ended: 'CP3a', others: 'CP3c' },
};

export const place = (scope: Scope): Label => (scope === 'goods' ? S.place_goods : S.place_page);
export const since = (day: Day | null): Label => (day === null ? S.earlier : say(S.on_day, { day }));
