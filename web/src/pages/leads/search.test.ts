import { expect, test } from 'vitest';
import { leadQueryOf, readLeadSearch } from './search.ts';

test('an address is read as far as it is understood', () => {
  expect(readLeadSearch({ state: 'suspected', strength: 'huge', act: 'T1', q: 12, lead: 'x', other: 1 })).toEqual({
    state: 'suspected',
    act: 'T1',
    q: '12',
    lead: 'x',
  });
});

test('without a state open leads are asked for, with `all` every one', () => {
  expect(leadQueryOf({})).toEqual({ state: 'open', sort: 'urgent' });
  expect(leadQueryOf({ state: 'all', lead: 'x', sort: 'newest' })).toEqual({ sort: 'newest' });
});
