// To which claims a claim refers, from its wording; the format itself does not say.

const DIGITS = String.raw`\d{1,4}(?![\d]|\.\d)`;
/** A number with a unit is a measure: `claim 1, 3 mm thick`. */
const UNIT = String.raw`(?!\s*(?:mm|cm|nm|µm|μm|km|m\b|mg|kg|g\b|%|°|wt|mol|ml|V\b|W\b|A\b|Hz|kHz|MHz|GHz|min\b|s\b|h\b))`;
const RANGE = String.raw`\s*(?:-|–|—|~|to|through|bis|à|至|到)\s*`;
const ITEM = `${DIGITS}(?:${RANGE}${DIGITS})?${UNIT}`;
const AND = String.raw`\s*(?:,|、|，|and\/or|and|or|und|oder|et|ou|和|或|及)+(?:\s*(?:and|or|und|oder|et|ou))?\s*(?:claims?\s+|权利要求\s*)?`;
const LIST = `(${ITEM}(?:${AND}${ITEM})*)`;
/** English, German, French, Chinese. */
const NAMED = new RegExp(
  String.raw`(?:\bclaims?|\bAnspr(?:uch|üche|üchen|uchs)|\brevendications?|权利要求书?|权项)\s*(?:No\.?\s*|n°\s*)?${LIST}`,
  'giu',
);
const ALL =
  /\b(?:preceding|foregoing|previous|above|prior)\s+claims?\b|\bclaims?\s+(?:above|hereinbefore)\b|(?:vorhergehenden|vorangehenden|vorstehenden|vorigen)\s+Ansprüche?n?|revendications?\s+(?:précédentes?|antérieures?)|(?:前述|上述|以上|前面)(?:的)?(?:任意一项|任一项|任何一项|任一)?(?:的)?权利要求/iu;
const NUMBERS = new RegExp(`(\\d{1,4})(?:${RANGE}(\\d{1,4}))?`, 'gu');

/**
 * Numbers of the claims before `number` that its text refers to, ascending, each once; none for an independent claim.
 * `any of the foregoing claims` are all of them; `claims 4 to 7` four. A number not below its own is a slip and no reference.
 */
export const claimReferences = (text: string, number: number): number[] => {
  const flat = text.normalize('NFKC');
  const found = new Set<number>();
  const add = (from: number, to: number) => {
    for (let claim = Math.max(1, from); claim <= Math.min(to, number - 1); claim++) found.add(claim);
  };
  if (ALL.test(flat)) add(1, number - 1);
  for (const named of flat.matchAll(NAMED)) {
    for (const [, from, to] of named[1]!.matchAll(NUMBERS)) add(Number(from), Number(to ?? from));
  }
  return [...found].sort((a, b) => a - b);
};
