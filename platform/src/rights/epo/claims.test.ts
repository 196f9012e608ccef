import { expect, test } from 'vitest';
import { claimReferences } from './claim-references.ts';
import { claimsOf } from './claims.ts';

test.each<[text: string, number: number, refers: number[]]>([
  ['Apparatus as claimed in claim 4, 5, 6 or 7, wherein', 8, [4, 5, 6, 7]],
  ['Apparatus as claimed in any of the foregoing claims, wherein', 4, [1, 2, 3]],
  ['Device according to one of the preceding claims', 3, [1, 2]],
  ['A method according to claims 1 to 3 or 5, 2 mm thick', 7, [1, 2, 3, 5]],
  ['The method of claim 1 , wherein', 2, [1]],
  ['A device according to claim 12', 5, []],
  ['A device of claim 1.5', 4, []],
  ['根据权利要求1所述的方法，其特征在于', 2, [1]],
  ['如权利要求1至3任一项所述的装置', 4, [1, 2, 3]],
  ['根据权利要求１～３中任意一项所述的装置', 5, [1, 2, 3]],
  ['根据权利要求1、2或4所述的装置', 6, [1, 2, 4]],
  ['如前述任一权利要求所述的装置', 4, [1, 2, 3]],
  ['一种水壶，包括壶体', 1, []],
  ['Vorrichtung nach einem der Ansprüche 1 bis 3', 4, [1, 2, 3]],
  ['Vorrichtung nach einem der vorhergehenden Ansprüche', 3, [1, 2]],
  ["Dispositif selon l'une quelconque des revendications 1 à 3", 5, [1, 2, 3]],
])('%s (claim %i) refers to %j', (text, number, refers) => {
  expect(claimReferences(text, number)).toEqual(refers);
});

const numbered = (pieces: string[]) => claimsOf(pieces).map(({ number, text }) => `${number} ${text}`);

test('claims in pieces, in lines, in one line, and without numbers', () => {
  expect(numbered(['1. A kettle.\n2. of steel', '2. The kettle of claim 1.'])).toEqual(['1 A kettle. 2. of steel', '2 The kettle of claim 1.']);
  expect(numbered(['Claims\n1. A kettle comprising\na body.\n2. The kettle of claim 1.'])).toEqual([
    '1 A kettle comprising a body.',
    '2 The kettle of claim 1.',
  ]);
  expect(numbered(['1. A kettle 2.5 mm thick.2. The kettle of claim 1.3. The kettle of claim 2.'])).toEqual([
    '1 A kettle 2.5 mm thick.',
    '2 The kettle of claim 1.',
    '3 The kettle of claim 2.',
  ]);
  expect(numbered(['1、一种水壶，包括：\n1）壶体；\n2）壶盖。', '2、根据权利要求1所述的水壶。'])).toEqual([
    '1 一种水壶，包括： 1）壶体； 2）壶盖。',
    '2 根据权利要求1所述的水壶。',
  ]);
  expect(numbered(['A kettle.', 'The kettle of claim 1.'])).toEqual(['1 A kettle.', '2 The kettle of claim 1.']);
  expect(numbered(['', '  '])).toEqual([]);
});
