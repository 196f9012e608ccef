// The match as it is shown: features with their places and weights, and the parts of its sentence.
import { type Feature, GOODS_RELATION, type Label, type Right, say, TEXT_FIELD, TRADEMARK_SENTENCE as S, VARIANT } from '@zhijian/contract';
import type { compareGoods, Goods } from '../../text/goods.ts';
import { type Assessment, clueInputs } from './assess.ts';
import type { SignUse } from './find-signs.ts';
import type { Nominative } from './nominative.ts';
import { type ClueInputs, nearness, SPELLING } from './score.ts';

const MOST_PLACES = 8;

/** Facts for the sentences of one right and the telling place. */
export const factsOf = (right: Right, use: SignUse) => ({
  place: TEXT_FIELD[use.field],
  text: use.text,
  mark: right.name ?? '',
  classes: right.classes.length > 0 ? say(S.class, { list: right.classes.join('、') }) : S.class_unknown,
  variant: VARIANT[use.likeness.variant],
  owner: right.owner ?? '',
});

/** "“穗禾帅” in the title is close to the mark …" */
export const signSentence = (right: Right, use: SignUse): Label => {
  const spelling = use.identical ? use.likeness.variant === 'separator' : use.likeness.edits === 0 && nearness(use.likeness) >= SPELLING;
  return say(use.part ? S.sign_part : spelling ? S.sign_written : use.identical ? S.sign_same : S.sign_near, factsOf(right, use));
};

export function goodsSentence(relation: ReturnType<typeof compareGoods>, goods: Goods): Label {
  if (relation.relation === 'unknown') return S.goods_unknown;
  const nice = relation.nice_class ?? goods.classes[0] ?? '';
  // A capacity or 全网通 is no name of goods to show a person.
  const term = goods.main === null || goods.main.hint ? null : goods.main.text;
  if (relation.relation === 'same' && relation.by === 'class')
    return term === null ? say(S.goods_same_class_only, { nice }) : say(S.goods_same_class, { term, nice });
  const inner = term === null ? say(S.class, { list: nice }) : say(relation.by === 'class' ? S.goods_by_class : S.goods_by_term, { term, nice });
  const sentence = relation.relation === 'same' ? S.goods_same : relation.relation === 'similar' ? S.goods_similar : S.goods_other;
  return say(sentence, { goods: inner });
}

export function featuresOf(
  uses: readonly SignUse[],
  assessment: Assessment,
  nominative: Nominative,
  weights: Record<keyof ClueInputs, number>,
): Feature[] {
  const { use, context } = assessment;
  const inputs = clueInputs(assessment, nominative);
  const at = (one: SignUse) => ({ field: one.field, span: one.span, text: one.text });
  const nowhere = { field: null, span: null, text: null };
  const { main } = context.goods;
  const likeness = use.identical
    ? []
    : (['shape', 'sound', 'first'] as const).map(
        (name): Feature => ({ name, value: Math.round(use.likeness[name] * 1000) / 1000, weight: 0, ...at(use) }),
      );
  return [
    { name: 'mark', value: inputs.mark, weight: weights.mark, ...at(use) },
    { name: 'goods', value: inputs.goods, weight: weights.goods, ...(main ? { field: main.field, span: main.span, text: main.text } : nowhere) },
    { name: 'place', value: inputs.place, weight: weights.place, ...at(use) },
    { name: 'distinctive', value: inputs.distinctive, weight: weights.distinctive, ...nowhere },
    {
      name: 'origin_claim',
      value: inputs.origin_claim,
      weight: weights.origin_claim,
      ...(nominative.origin ?? nowhere),
    },
    ...likeness,
    ...uses.slice(0, MOST_PLACES).map((one): Feature => ({ name: 'sign', value: one.likeness.variant, weight: 0, ...at(one) })),
    {
      name: 'goods_relation',
      value: context.relation.relation,
      weight: 0,
      field: null,
      span: null,
      text: GOODS_RELATION[context.relation.relation].zh,
    },
    ...nominative.features,
  ];
}
