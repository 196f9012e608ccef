// Who a decision names: plaintiffs and defendants, holders, third parties, with their codes where the file has them.
import type { DecisionParty, DecisionRole } from '@zhijian/contract';
import type { TableRecord } from '../readers/index.ts';
import { type DecisionField, PARTY_FIELDS } from './decision-columns.ts';
import { ROLE_WORDS } from './decision-words.ts';

const CODE_BEHIND = /[((（]\s*(?:统一社会信用代码[:：]?\s*)?([0-9A-HJ-NP-RTUWXY]{18})\s*[)）]$/i;

/** The parties of a record, in the order of its columns; each name once for each part that it has. */
export const partiesOf = (given: TableRecord<DecisionField>['given']): DecisionParty[] => {
  const parties: DecisionParty[] = [];
  const add = (role: DecisionRole, text: string, code: string | null = null) => {
    const behind = CODE_BEHIND.exec(text);
    const name = (behind ? text.slice(0, behind.index) : text).trim();
    const known = (code ?? behind?.[1] ?? null)?.normalize('NFKC').toUpperCase() ?? null;
    if (name !== '' && !parties.some((one) => one.role === role && one.name === name)) parties.push({ role, name, code: known });
  };
  for (const field of PARTY_FIELDS) {
    const cell = given[field];
    if (cell === undefined) continue;
    if (field === 'parties' && addObjects(cell, add)) continue;
    let role: DecisionRole = field === 'parties' ? 'party' : field;
    for (const part of cell.split(/[;；、，|\n\r]+/)) {
      const [, word = '', rest = ''] = /^\s*([^:：\s]{2,10})\s*[:：]\s*(.*)$/s.exec(part) ?? [];
      const named = word === '' ? undefined : ROLE_WORDS.find(([pattern]) => pattern.test(word));
      if (named !== undefined) role = named[1];
      add(role, (named === undefined ? part : rest).trim());
    }
  }
  // One code beside several parties does not say whose it is.
  const code = given.party_code?.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const [only] = given.parties === undefined && parties.length > 1 ? parties.filter(({ role }) => role === 'respondent') : parties;
  if (code !== undefined && only !== undefined && only.code === null) only.code = code;
  return parties;
};

/** `[{"role":"respondent","name":"甲公司","code":null}]`, as JSONL has it. False for another text. */
const addObjects = (cell: string, add: (role: DecisionRole, name: string, code: string | null) => void): boolean => {
  if (!cell.trimStart().startsWith('[')) return false;
  try {
    for (const one of JSON.parse(cell) as unknown[]) {
      if (typeof one !== 'object' || one === null) continue;
      const { role, name, code } = one as Record<string, unknown>;
      if (typeof name === 'string') add(isRole(role) ? role : 'party', name, typeof code === 'string' ? code : null);
    }
    return true;
  } catch {
    return false;
  }
};
const isRole = (role: unknown): role is DecisionRole =>
  typeof role === 'string' && ['claimant', 'respondent', 'holder', 'third_party', 'party'].includes(role);
