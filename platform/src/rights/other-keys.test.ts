import { expect, test } from 'vitest';
import { otherKeys } from './other-keys.ts';

test('one number in its many spellings', () => {
  for (const spelling of ['US6970935B1', 'US 6,970,935 B1', 'us-06970935-b1', 'ＵＳ６９７０９３５Ｂ１'])
    expect(otherKeys(spelling)).toEqual({ whole: 'US6970935B1', bare: '6970935', country: 'US' });
  expect(otherKeys('US6970935').bare).toBe('6970935');
  expect(otherKeys('D435,854')).toEqual({ whole: 'D435854', bare: 'D435854', country: null });
  expect(otherKeys('USD435854S1')).toEqual({ whole: 'USD435854S1', bare: 'D435854', country: 'US' });
  expect(otherKeys('CN106844774A').bare).toBe('106844774');
  expect(otherKeys('0146682')).toEqual({ whole: '146682', bare: '146682', country: null });
  for (const spelling of ['US2006142694A1', 'US 2006/0142694 A1', 'US20060142694A1', 'us2006-142694-a1'])
    expect(otherKeys(spelling)).toEqual({ whole: 'US20060142694A1', bare: '20060142694', country: 'US' });
  // Ten digits are whole numbers elsewhere, and without a country nobody knows.
  expect(otherKeys('JP2006142694A').bare).toBe('2006142694');
  expect(otherKeys('2006142694').bare).toBe('2006142694');
  expect(otherKeys('')).toEqual({ whole: '', bare: '', country: null });
});
