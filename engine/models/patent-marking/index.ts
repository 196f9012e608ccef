// B1: counterfeit patents, from text. Reads what an offer says of patents, asks the register, and walks the decision
// table of domain.md 2.4 row by row, goods and page apart, every number alone.
import {
  type Day,
  type Feature,
  type Label,
  type Match,
  type Offer,
  PATENT_SENTENCE as S,
  type Right,
  type RightKind,
  type Scope,
  say,
  type TextField,
} from '@zhijian/contract';
import { lawFor } from '../../law/index.ts';
import { isReject } from '../../numbers/index.ts';
import { bySeverity, type Detection, type Finding, type Model, type ModelContext, worstOutput } from '../contract.ts';
import { roleOf } from './actor.ts';
import { readScope, type ScopeText, type Statement } from './read-offer.ts';
import { lead, type Ruling } from './ruling.ts';
import { priorityOf, RELEASE } from './score.ts';
import { ruleStatement } from './unregistered.ts';

const SCOPES: Scope[] = ['goods', 'page'];

export const patentMarking: Model = {
  name: 'patent-marking',
  release: RELEASE,
  detect(offer: Offer, context: ModelContext): Detection {
    const found = new Map<string, { right: Right | null; claimed: string | null; ruled: Ruled[] }>();
    const notLoaded = new Set<string>();
    let candidates = 0;
    const keep = (key: string, right: Right | null, claimed: string | null, ruled: Ruled) => {
      const known = found.get(key);
      if (known) known.ruled.push(ruled);
      else found.set(key, { right, claimed, ruled: [ruled] });
    };
    for (const scope of SCOPES) {
      const text = readScope(offer, scope, context.judged_on);
      for (const statement of text.statements) {
        const { ruling, right, not_loaded } = ruleStatement(statement, context.register, {
          offer,
          judged_on: context.judged_on,
          stale_days: context.stale_days,
        });
        if (right) candidates += 1;
        if (not_loaded !== null) notLoaded.add(not_loaded);
        const claimed = statement.number.parsed.canonical;
        keep(right ? `right ${right.office} ${right.kind} ${right.number}` : `number ${claimed}`, right, claimed, {
          ruling,
          match: matchOf(ruling, offer, scope, context.judged_on, numberFeatures(statement, ruling)),
        });
      }
      const bare = claimWithoutNumber(text, offer);
      if (bare) keep('claim', null, null, { ruling: bare.ruling, match: matchOf(bare.ruling, offer, scope, context.judged_on, bare.features) });
    }
    return {
      findings: [...found.values()].map(({ right, claimed, ruled }) => findingOf(right, claimed, ruled)),
      candidates,
      not_loaded: [...notLoaded].sort(),
    };
  },
};

interface Ruled {
  ruling: Ruling;
  match: Match;
}

const findingOf = (right: Right | null, claimed_number: string | null, ruled: Ruled[]): Finding => {
  const inOrder = [...ruled].sort((a, b) => bySeverity(a.match, b.match));
  const { ruling } = inOrder[0]!;
  return {
    right,
    claimed_number,
    output: worstOutput(ruled.map(({ match }) => match)),
    matches: inOrder.map(({ match }) => match),
    screened_by: ruling.screened_by === null ? null : { code: ruling.screened_by, reason: ruling.reason },
    held_for: ruling.held_for === null ? null : { code: ruling.held_for, reason: ruling.reason },
  };
};

/** Rows 2 and 3: patent words and no number of a possible shape in the scope. Only words in Chinese advertise to the public here. */
const claimWithoutNumber = (text: ScopeText, offer: Offer): { ruling: Ruling; features: Feature[] } | null => {
  const [misshapen] = text.misshapen;
  const [claim] = text.claims;
  const inChina = offer.market === 'CN' || /^\d{2,6}$/.test(offer.market);
  if (text.statements.length > 0 || (!misshapen && !claim) || !text.chinese_text || !inChina) return null;
  const base = { role: roleOf(offer), facts: { register: 'no_number', status: null } as const };
  const goods = text.scope === 'goods';
  const sentence = goods ? (misshapen ? S.row_3_shape : S.row_3) : misshapen ? S.row_2_shape : S.row_2;
  const reason = say(sentence, { text: misshapen?.number.text ?? claim!.word.text });
  const features: Feature[] = [];
  if (misshapen)
    features.push({
      name: 'patent_number',
      value: 'shape',
      weight: 0,
      field: misshapen.field,
      span: misshapen.number.span,
      text: misshapen.number.text,
    });
  if (claim)
    features.push({ name: 'patent_word', value: claim.word.sort, weight: 0, field: claim.field, span: claim.word.span, text: claim.word.text });
  return { ruling: lead(base, goods ? '3' : '2', 'weak', goods ? 'marking_irregular' : 'AD12a', reason), features };
};

const numberFeatures = (statement: Statement, ruling: Ruling): Feature[] => {
  const { number, words, field } = statement;
  const nowhere = { field: null, span: null, text: null };
  const features: Feature[] = [{ name: 'patent_number', value: number.parsed.canonical, weight: 0, field, span: number.span, text: number.text }];
  if (words) features.push({ name: 'patent_word', value: statement.word, weight: 0, field, span: words.span, text: words.text });
  else if (number.prefix === 'ZL') features.push({ name: 'patent_word', value: 'zl', weight: 0, ...prefixPlace(number.span, number.text, field) });
  if (number.sort === 'patent') {
    const parsed = number.parsed;
    const value = isReject(parsed) ? parsed.reject : parsed.complete ? 'ok' : 'computed';
    const text: Label | null = value === 'computed' ? say(S.check_computed, { check: parsed.check_expected ?? '' }) : null;
    features.push({ name: 'check_character', value, weight: 0, ...nowhere, text: text?.zh ?? null });
  }
  features.push(
    { name: 'register', value: ruling.facts.register, weight: 0, ...nowhere },
    { name: 'status', value: ruling.facts.status, weight: 0, ...nowhere },
  );
  if (statement.kind_claim !== null)
    features.push({ name: 'kind_claim', value: statement.kind_claim satisfies RightKind | 'technical', weight: 0, ...nowhere });
  return features;
};

const prefixPlace = ([start]: [number, number], text: string, field: TextField) => {
  const length = /^\S{2}/.test(text) ? 2 : 1;
  return { field, span: [start, start + length] as [number, number], text: text.slice(0, length) };
};

/** Marking is an act of the day of production, selling and page text are acts of the day of the offer (issue 3). */
const actedOn = (scope: Scope, ruling: Ruling, offer: Offer): Day | null =>
  scope === 'goods' && ruling.role !== 'seller' ? (offer.made_on ?? offer.captured_at) : offer.captured_at;

const matchOf = (ruling: Ruling, offer: Offer, scope: Scope, judgedOn: Day, features: Feature[]): Match => {
  const acted = actedOn(scope, ruling, offer);
  const day = acted ?? judgedOn;
  const accuses = ruling.output === 'lead' || ruling.output === 'held';
  const act = accuses ? ruling.act : null;
  const priority = priorityOf(act, offer.sales);
  const value = scope === 'goods' ? (offer.made_on ?? 'unknown') : day;
  const assumed = scope === 'page' && offer.captured_at === null ? say(S.day_assumed, { day }).zh : null;
  return {
    item_id: offer.item_id,
    model: 'patent-marking',
    scope,
    act,
    role: ruling.role,
    row: ruling.row,
    inner_row: ruling.inner_row,
    output: ruling.output,
    strength: ruling.strength,
    law: act === null ? null : lawFor(act, day, ruling.role),
    acted_on: acted,
    score: priority.score,
    reason: ruling.reason,
    features: [
      ...priority.features,
      ...features,
      { name: 'day_of_act', value, weight: 0, field: null, span: null, text: assumed },
      { name: 'actor', value: ruling.role, weight: 0, field: null, span: null, text: null },
    ],
    defences: ruling.defences,
  };
};
