// The reasons of a match as sentences: first what makes up its score, then what only informs.
import {
  ACT,
  type Feature,
  FEATURE_SENTENCE as S,
  GOODS_RELATION,
  type Label,
  type Match,
  NUMBER_CHECK,
  PATENT_STATUS,
  REGISTER_SAYS,
  RIGHT_KIND,
  RIGHT_STATE,
  ROLE,
  say,
  TEXT_FIELD,
  TRADEMARK_STATUS,
  VARIANT,
} from '@zhijian/contract';

export interface Reason {
  name: string;
  text: Label;
  /** Part of the score, 0..1 of all parts together; null for what only informs. */
  share: number | null;
}

/** More than five no one reads before judging; the rest stands on the lead's own page. */
export const MOST_REASONS = 5;

type Words = Readonly<Record<string, Label>>;
const STATUS: Words = { ...RIGHT_STATE, ...PATENT_STATUS, ...TRADEMARK_STATUS };
const wordOf = (list: Words, value: Feature['value']): Label | null => (typeof value === 'string' ? (list[value] ?? null) : null);
const percent = (value: Feature['value']): string => `${Math.round((typeof value === 'number' ? value : 0) * 100)}%`;
const placeOf = (feature: Feature): Label => (feature.field === null ? { zh: '', en: '' } : TEXT_FIELD[feature.field]);

const markSentence = (feature: Feature, match: Match, mark: string): Label | null => {
  const named = (name: string) => match.features.find((other) => other.name === name);
  const same = (other: Feature) => other.name === 'sign' && other.field === feature.field && other.span?.[0] === feature.span?.[0];
  const variant = wordOf(VARIANT, (match.features.find(same) ?? named('sign'))?.value ?? null);
  if (variant === null || feature.text === null) return null;
  const [shape, sound] = [named('shape'), named('sound')];
  const facts = { place: placeOf(feature), text: feature.text, mark, variant };
  return shape && sound ? say(S.mark_measured, { ...facts, shape: percent(shape.value), sound: percent(sound.value) }) : say(S.mark, facts);
};

const goodsSentence = (feature: Feature, match: Match): Label => {
  const relation = match.features.find((other) => other.name === 'goods_relation')?.value ?? null;
  const word = wordOf(GOODS_RELATION, relation);
  if (relation === 'unknown' || word === null) return S.goods_unknown;
  return feature.text === null ? say(S.goods_plain, { relation: word }) : say(S.goods, { text: feature.text, relation: word });
};

const dayOfAct = (feature: Feature, match: Match): Label => {
  if (feature.value === 'unknown') return S.day_unknown;
  return say(match.scope === 'goods' ? S.day_of_making : S.day_of_page, { day: String(feature.value) });
};

const quoting = (sentence: Label, feature: Feature): Label | null =>
  feature.text === null ? null : say(sentence, { place: placeOf(feature), text: feature.text });
const with_ = (sentence: Label, name: string, word: Label | null): Label | null => (word === null ? null : say(sentence, { [name]: word }));

/** Null where a feature has nothing to tell a person in this match. */
const sentenceOf = (feature: Feature, match: Match, mark: string): Label | null => {
  switch (feature.name) {
    case 'mark':
      return markSentence(feature, match, mark);
    case 'goods':
      return goodsSentence(feature, match);
    case 'distinctive':
      return feature.value === 0 ? S.ordinary_word : S.distinctive;
    case 'origin_claim':
      return quoting(S.origin_claim, feature);
    case 'place':
      return feature.field === 'brand' ? S.place_brand : with_(S.place_other, 'place', feature.field && TEXT_FIELD[feature.field]);
    case 'registered_sign':
      return quoting(S.registered_sign, feature);
    case 'purpose_phrase':
      return quoting(S.purpose_phrase, feature);
    case 'other_brand':
      return quoting(S.other_brand, feature);
    case 'clause':
      return with_(S.clause, 'act', wordOf(ACT, feature.value));
    case 'sales':
      return typeof feature.value === 'number' ? say(S.sales, { count: feature.value.toLocaleString('en-US') }) : null;
    case 'status':
      return with_(S.status, 'status', wordOf(STATUS, feature.value));
    case 'register':
      return wordOf(REGISTER_SAYS, feature.value);
    case 'check_character':
      return wordOf(NUMBER_CHECK, feature.value);
    case 'kind_claim':
      return with_(S.kind_claim, 'kind', feature.value === 'technical' ? S.kind_technical : wordOf(RIGHT_KIND, feature.value));
    case 'day_of_act':
      return dayOfAct(feature, match);
    case 'patent_number':
      return quoting(S.patent_number, feature);
    case 'patent_word':
      return quoting(S.patent_word, feature);
    case 'actor':
      return with_(S.actor, 'role', wordOf(ROLE, feature.value));
    default:
      return null;
  }
};

const INFORMING = [
  'status',
  'register',
  'check_character',
  'patent_word',
  'day_of_act',
  'kind_claim',
  'purpose_phrase',
  'other_brand',
  'place',
  'distinctive',
  'actor',
];

/** A measure of 0..1 counts by its height; a count of pieces already lies within its weight. */
const part = ({ name, value, weight }: Feature): number =>
  typeof value === 'number' && name !== 'sales' ? weight * Math.min(1, Math.max(0, value)) : weight;

/**
 * Sentences in the order in which a person weighs them, at most `most`.
 * @param mark the name of the right, for "against the mark …"
 */
export const reasonsOf = (match: Match, mark: string, most = MOST_REASONS): Reason[] => {
  const weighty = match.features.map((feature) => ({ feature, part: part(feature) })).filter((one) => one.part > 0);
  const whole = weighty.reduce((sum, one) => sum + one.part, 0);
  const scored = weighty.sort((a, b) => b.part - a.part).map(({ feature, part: own }) => ({ feature, share: own / whole }));
  const used = new Set(scored.map(({ feature }) => feature.name));
  const informing = INFORMING.filter((name) => !used.has(name)).flatMap((name) => {
    const feature = match.features.find((other) => other.name === name);
    return feature ? [{ feature, share: null }] : [];
  });
  return [...scored, ...informing]
    .flatMap(({ feature, share }): Reason[] => {
      const text = sentenceOf(feature, match, mark);
      return text === null ? [] : [{ name: feature.name, text, share }];
    })
    .slice(0, most);
};
