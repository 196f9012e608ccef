// Registrations of the Japan Patent Office (domain.md 1.8).
import type { RightKind } from '@zhijian/contract';
import { compactNumber, figures } from './compact.ts';

export interface JpNumber {
  office: 'JP';
  /** Seven figures: `6123456`. Patents, designs and marks have the same ones, so the kind belongs to the number. */
  canonical: string;
  /** By the word before it; null where there is none. */
  kind: RightKind | null;
}

/** Folded: 商標 and 商标 are one, 実 is Japanese only. */
const KINDS: [word: RegExp, kind: RightKind][] = [
  [/商标/, 'trademark'],
  [/意匠|外观|DESIGN/, 'design'],
  [/[実实]用新[案型]/, 'utility_model'],
  [/特[許许]|发明|专利|PATENT/, 'invention'],
];

/**
 * `登録第6123456号`, `商標登録第6123456号`, `特許第6123456号`, `意匠登録 1623456`, `JP 6123456`. Noughts in front are filled up to seven figures. Null for bare
 * figures and for another length. @param known the office column says JPO: bare figures are one too. Source: domain.md 1.8.
 */
export const parseJpNumber = (text: string, known = false): JpNumber | null => {
  const compact = compactNumber(text).replace(/[,-]/g, '').replace(/号$/, '');
  const [, words = '', rest = ''] =
    /^((?:JPO|JP|日本|商[标標]|意匠|[実实]用新[案型]|特[許许]|外观设计|发明|专利|登[録录]|注册|号|NO\.?|TRADEMARK|PATENT|DESIGN|[:.第])*)(.*)$/.exec(
      compact,
    )!;
  const number = figures(rest);
  if (!(known || /JP|日本|登[録录]|特許|意匠/.test(words)) || !/^\d{6,7}$/.test(number) || /^0+$/.test(number)) return null;
  return { office: 'JP', canonical: number.padStart(7, '0'), kind: KINDS.find(([word]) => word.test(words))?.[1] ?? null };
};
