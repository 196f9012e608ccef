import { expect, test } from 'vitest';
import { patentNumber, rightNumber } from './number.ts';

test('numbers are grouped as the certificate prints them; ZL stands only before a granted patent', () => {
  expect(patentNumber('201829999002.7', true)).toBe('ZL 2018 2 9999002.7');
  expect(patentNumber('202029999072.X', false)).toBe('2020 2 9999072.X');
  expect(patentNumber('98103456.7', true)).toBe('ZL 98 1 03456.7');
  expect(patentNumber('EP1234567', true)).toBe('EP1234567');
  expect(rightNumber({ kind: 'trademark', number: '99990001' }, true)).toBe('99990001');
});
