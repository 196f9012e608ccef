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
import { hold, lead, place, type Ruling } from './ruling.ts';
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
          match: matchOf(ruling, offer, scope, context.judged_on, numberFeatures(offer, statement, ruling)),
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
  const [unreadable] = text.unreadable;
  // A number that was never given cannot be missing: words of an application are asked for what 办法 Article 7 wants.
  const claim = text.claims.find(({ word }) => !word.sort.startsWith('pending')) ?? text.claims[0];
  const inChina = offer.market === 'CN' || /^\d{2,6}$/.test(offer.market);
  if (text.statements.length > 0 || !inChina || !addressesChina(offer)) return null;
  if (!misshapen && !unreadable && (!claim || text.service)) return null;
  const base = { role: roleOf(offer), facts: { register: 'no_number', status: null } as const };
  const goods = text.scope === 'goods';
  const row = goods ? '3' : '2';
  const features: Feature[] = [];
  if (misshapen) features.push(shown(offer, 'patent_number', 'shape', misshapen.field, misshapen.number.span));
  else if (unreadable) features.push(shown(offer, 'patent_number', 'unreadable', unreadable.field, unreadable.span));
  if (claim) features.push(shown(offer, 'patent_word', claim.word.sort, claim.field, claim.word.span));
  const act = goods ? 'marking_irregular' : 'AD12a';
  if (misshapen) {
    const reason = say(goods ? S.row_3_shape : S.row_2_shape, { text: misshapen.number.text });
    return { ruling: lead(base, row, 'weak', act, reason), features };
  }
  const facts = { place: place(text.scope), text: unreadable?.text ?? claim!.word.text };
  if (unreadable) return { ruling: hold(base, row, 'number_unreadable', act, say(S.row_unreadable, facts)), features };
  if (claim!.word.sort.startsWith('pending')) return { ruling: lead(base, row, 'weak', 'marking_irregular', say(S.row_pending, facts)), features };
  return { ruling: lead(base, row, 'weak', act, say(goods ? S.row_3 : S.row_2, facts)), features };
};

/** Some Chinese is written: an offer in English words alone is not addressed to the public here. */
const addressesChina = ({ title, description, marking, shop, seller }: Offer): boolean =>
  /[\u4e00-\u9fff]/.test(`${title ?? ''}${description ?? ''}${marking ?? ''}${shop ?? ''}${seller ?? ''}`);

/** A feature that points into a field; its text is what stands there, markup included. */
const shown = (offer: Offer, name: Feature['name'], value: string, field: TextField, span: [number, number]): Feature => ({
  name,
  value,
  weight: 0,
  field,
  span,
  text: offer[field]!.slice(...span),
});

const numberFeatures = (offer: Offer, statement: Statement, ruling: Ruling): Feature[] => {
  const { number, words, field } = statement;
  const nowhere = { field: null, span: null, text: null };
  const features: Feature[] = [shown(offer, 'patent_number', number.parsed.canonical, field, number.span)];
  if (words) features.push(shown(offer, 'patent_word', statement.word, field, words.span));
  else if (number.prefix === 'ZL') features.push(shown(offer, 'patent_word', 'zl', field, prefixSpan(offer[field]!, number.span)));
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
    features.push(
      statement.kind_words
        ? shown(offer, 'kind_claim', statement.kind_claim satisfies RightKind | 'technical', field, statement.kind_words.span)
        : { name: 'kind_claim', value: statement.kind_claim, weight: 0, ...nowhere },
    );
  return features;
};

/** The two letters; the whole number where markup or spaces stand between them. */
const prefixSpan = (raw: string, [start, end]: [number, number]): [number, number] =>
  /^[ZzＺｚ][LlＬｌ]/.test(raw.slice(start, end)) ? [start, start + 2] : [start, end];

/** What a reader of a lead must know of its days. */
const notesOn = (offer: Offer, lawless: Day | null, judged: Day): Label[] => {
  const notes: Label[] = [];
  if (offer.captured_at !== null && offer.captured_at > judged) notes.push(say(S.captured_later, { day: offer.captured_at, judged }));
  if (lawless !== null) notes.push(say(S.law_not_loaded, { day: lawless }));
  return notes;
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
  const law = act === null ? null : lawFor(act, day, ruling.role);
  const notes = ruling.output === 'lead' ? notesOn(offer, act !== null && law === null ? day : null, judgedOn) : [];
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
    law,
    acted_on: acted,
    score: priority.score,
    reason: notes.reduce((reason, note) => say(S.with_note, { reason, note }), ruling.reason),
    features: [
      ...priority.features,
      ...features,
      { name: 'day_of_act', value, weight: 0, field: null, span: null, text: assumed },
      { name: 'actor', value: ruling.role, weight: 0, field: null, span: null, text: null },
    ],
    defences: ruling.defences,
  };
};
