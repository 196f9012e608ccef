// The unified social credit code of a record, with what is wrong with it in words.
import { type Label, say, TRADER_SENTENCE } from '@zhijian/contract';
import { type CreditCodeFault, creditCodeFaults } from '@zhijian/engine';
import { SetAside } from '../readers/index.ts';

const sentenceOf = (fault: CreditCodeFault, code: string): Label => {
  if (fault.check === 'form') return TRADER_SENTENCE.code;
  const { found } = fault;
  if (fault.check === 'character') return say(TRADER_SENTENCE.code_character, { place: fault.place, found, code: TRADER_SENTENCE.code });
  return say(fault.check === 'organisation' ? TRADER_SENTENCE.code_organisation : TRADER_SENTENCE.code_total, {
    expected: fault.expected,
    found,
    code,
  });
};

/** A code of which both check characters hold. Throws SetAside that says which does not, and which character was expected. */
export const codeOf = (text: string): string => {
  const code = text.length > 100 ? '' : text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
  const [first, second] = creditCodeFaults(code).map((fault) => sentenceOf(fault, code));
  if (first === undefined) return code;
  throw new SetAside('code', 'number', text, second === undefined ? first : say(TRADER_SENTENCE.code_both, { organisation: first, total: second }));
};
