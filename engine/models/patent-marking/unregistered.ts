// The rows for numbers that the register does not have: foreign, published, wrong, absent (domain.md 2.4 rows 28, 29, 4-6w).
import { type Day, PATENT_SENTENCE as S, type Right, RIGHT_KIND, say } from '@zhijian/contract';
import { type FoundNumber, isReject, nearNumbers, type PatentNumber, type PatentReject } from '../../numbers/index.ts';
import { addDays, addMonths } from '../../rights/index.ts';
import type { Register } from '../contract.ts';
import { actorOf, roleOf } from './actor.ts';
import { sharesWord } from './fit.ts';
import type { Statement } from './read-offer.ts';
import { type Judging, ruleRegistered } from './registered.ts';
import { ACTS, hold, lead, none, place, type Ruling } from './ruling.ts';

/** An application is published at the latest 18 months after filing (Patent Law 34). */
const INVISIBLE_MONTHS = 18;

export interface Ruled {
  ruling: Ruling;
  right: Right | null;
  /** The number where no loaded register covers it. */
  not_loaded: string | null;
}

export const patentOf = (register: Register, number: string): Right | null =>
  register.findByNumber(null, number).find((right) => right.kind !== 'trademark' && right.office === 'CN') ?? null;

/** Rules one statement, whatever its number is. */
export const ruleStatement = (statement: Statement, register: Register, judging: Judging): Ruled => {
  const { number } = statement;
  if (number.sort === 'foreign') return alone(foreign(statement, judging));
  const right = patentOf(register, number.parsed.canonical);
  if (number.sort === 'publication')
    return right ? { ruling: ruleRegistered(right, statement, judging), right, not_loaded: null } : alone(publication(statement, judging));
  if (isReject(number.parsed)) return wrongNumber(statement, number.parsed, register, judging);
  if (right) return { ruling: ruleRegistered(right, statement, judging), right, not_loaded: null };
  return absent(statement, number.parsed, register, judging);
};

const alone = (ruling: Ruling): Ruled => ({ ruling, right: null, not_loaded: null });

const foreign = (statement: Statement, { offer }: Judging): Ruling => {
  const base = { role: roleOf(offer), facts: { register: 'foreign', status: null } as const };
  const facts = { number: statement.number.parsed.canonical, place: place(statement.scope), text: statement.chinese?.text ?? '' };
  return statement.chinese ? lead(base, '28', 'medium', 'CP5', say(S.row_28, facts)) : none(base, '29', say(S.row_29, facts));
};

/** A number of publication tells that something was applied for; called 专利号 it may cite a mere application (domain.md 1.2). */
const publication = (statement: Statement, { offer }: Judging): Ruling => {
  const { parsed } = statement.number as FoundNumber & { sort: 'publication' };
  const base = { role: roleOf(offer), facts: { register: 'not_loaded', status: null } as const };
  const facts = { number: parsed.canonical, place: place(statement.scope) };
  const called = /专利号|专利|PATENT/.test(statement.number.word ?? '') && !/公[开告布]/.test(statement.number.word ?? '');
  return called && parsed.granted !== true
    ? hold(base, '9', 'publication_number', ACTS[statement.scope].pending, say(S.publication, facts))
    : none(base, '6h', say(S.publication_granted, facts));
};

/** Rows 6h, 6w, 6. A register that does not claim to be complete never accuses. */
const absent = (statement: Statement, number: PatentNumber, register: Register, { offer, judged_on, stale_days }: Judging): Ruled => {
  const { canonical, kind, year } = number;
  const base = { role: roleOf(offer), facts: { register: 'none', status: null } as const };
  const facts = { number: canonical, place: place(statement.scope), year, kind: RIGHT_KIND[kind] };
  if (!register.covers('CN', kind, year)) {
    return {
      ruling: none({ ...base, facts: { register: 'not_loaded', status: null } }, '6h', say(S.row_6h, facts)),
      right: null,
      not_loaded: canonical,
    };
  }
  const known = register.knownOn ?? judged_on;
  const act = ACTS[statement.scope].never;
  if (mayBeInvisible(number, register, known)) return alone(hold(base, '6w', 'not_yet_visible', act, say(S.row_6w, facts)));
  // The third rule at the head of domain.md goes before the table: an old snapshot accuses nobody.
  if (addDays(known, stale_days) < judged_on)
    return alone(hold(base, '0', 'register_stale', act, say(S.row_0_number, { ...facts, known, judged: judged_on, limit: stale_days })));
  return alone(lead(base, '6', 'strong', act, say(S.row_6, facts)));
};

const mayBeInvisible = ({ kind, year, serial }: PatentNumber, register: Register, known: Day): boolean => {
  const latest = register.latestSerial(kind, year);
  if (year >= Number(known.slice(0, 4)) && (latest === null || serial > latest)) return true;
  return kind === 'invention' && addMonths(`${year}-12-31`, INVISIBLE_MONTHS) > known;
};

interface Near {
  right: Right;
  slip: ReturnType<typeof slipOf>;
  rank: number;
}

/** Rows 4 and 5. */
const wrongNumber = (statement: Statement, wrong: PatentReject, register: Register, judging: Judging): Ruled => {
  const { scope, number } = statement;
  const near = nearest(statement, wrong, register, judging);
  const facts = { number: wrong.canonical, place: place(scope), check: wrong.check_expected ?? '', year: wrong.year ?? '' };
  if (!near) {
    const base = { role: roleOf(judging.offer), facts: { register: 'wrong_number', status: null } as const };
    const sentence = {
      check_digit: S.row_5_check_digit,
      type_digit: S.row_5_type_digit,
      year: S.row_5_year,
      future_date: S.row_5_future_date,
      shape: S.row_5_check_digit,
    }[wrong.reject];
    return alone(lead(base, '5', 'strong', ACTS[scope].never, say(sentence, facts)));
  }
  const meant: Statement = { ...statement, number: { ...number, text: near.right.number } };
  const inner = ruleRegistered(near.right, meant, judging);
  // The slip itself is an irregular marking, a weak lead; the near number's own result counts where it is worse.
  const base = { role: inner.role, facts: inner.facts };
  const accused = inner.output === 'lead' && inner.act !== null;
  const reason = say(S.row_4, { ...facts, slip: near.slip, near: near.right.number, inner: inner.reason });
  const ruling = lead(base, '4', accused ? inner.strength! : 'weak', accused ? inner.act! : 'marking_irregular', reason);
  return { ruling: { ...ruling, inner_row: inner.row, defences: inner.defences }, right: near.right, not_loaded: null };
};

/** The register's number one slip away that fits owner or product; or the very number where only its check character is wrong and nothing contradicts. */
const nearest = (statement: Statement, wrong: PatentReject, register: Register, { offer, judged_on }: Judging): Near | null => {
  const candidates: Near[] = [];
  for (const canonical of nearNumbers(wrong.canonical)) {
    const right = patentOf(register, canonical);
    if (!right) continue;
    const actor = actorOf(offer, right, offer.captured_at ?? judged_on);
    const person = actor.owner || actor.genuine !== null || actor.licence.result === 'licensed';
    const checkOnly = canonical.slice(0, -1) === wrong.canonical.slice(0, -1);
    const contradicted = statement.kind_claim !== null && statement.kind_claim !== 'technical' && statement.kind_claim !== right.kind;
    const rank = person ? 3 : sharesWord(right, offer) ? 2 : checkOnly && !contradicted ? 1 : 0;
    if (rank > 0) candidates.push({ right, slip: slipOf(wrong.canonical, canonical), rank });
  }
  // nearNumbers is sorted, so of equal ranks the lowest number comes first on every machine.
  return candidates.sort((a, b) => b.rank - a.rank)[0] ?? null;
};

const slipOf = (written: string, meant: string) => {
  const given = [...written.replace('.', '')];
  const right = [...meant.replace('.', '')];
  const differ = given.flatMap((character, i) => (character === right[i] ? [] : [i]));
  const at = differ[0]!;
  if (differ.length > 1) return say(S.slip_swapped, { position: at + 1, next: at + 2 });
  return say(at === given.length - 1 ? S.slip_check : S.slip_replaced, { position: at + 1, given: given[at]!, right: right[at]! });
};
