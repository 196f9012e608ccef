// Who held a right on a day: transfers one after the other, and what snapshots say between them.
import type { Day, Holding, RightRow } from '@zhijian/contract';
import { legalName } from './trader.ts';

interface Statement {
  owner: string;
  owner_code: string | null;
  day: Day | null;
  transfer: boolean;
  published_on: Day | null;
}

const statementOf = (row: RightRow): Statement | null => {
  if (row.owner === null) return null;
  // A change of name is a link of its own: the page shows under which name the right was held then.
  const transfer = row.status === 'transferred' || row.status === 'name_change';
  const day = transfer ? (row.status_date ?? row.published_on) : row.known_on;
  return { owner: row.owner, owner_code: row.owner_code, day, transfer, published_on: transfer ? row.published_on : null };
};

const same = (a: Pick<Statement, 'owner' | 'owner_code'>, b: Pick<Statement, 'owner' | 'owner_code'>): boolean =>
  a.owner_code !== null && b.owner_code !== null ? a.owner_code === b.owner_code : legalName(a.owner) === legalName(b.owner);

const inOrder = (a: Statement, b: Statement): number => {
  // Facts without a day are the file's word on the beginning; of one day the transfer comes first: the snapshot shows what it left.
  const key = ({ day, transfer, owner }: Statement) => `${day ?? ''} ${transfer ? 0 : 1} ${owner}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
};

/**
 * The holders of one right in order, out of its rows; a transfer's row names the new holder. A snapshot that names another holder than the
 * chain does is a link of its own, `seen_on` that day: a transfer that the register at hand does not show.
 */
export const holdings = (rows: readonly RightRow[]): Holding[] => {
  const statements = rows
    .map(statementOf)
    .filter((one) => one !== null)
    .sort(inOrder);
  const transferred = statements.filter(({ transfer }) => transfer);
  const chain: Holding[] = [];
  for (const one of statements) {
    const { owner, owner_code, day, transfer, published_on } = one;
    const before = chain.at(-1);
    if (before !== undefined && same(before, one)) {
      before.owner_code ??= owner_code;
      continue;
    }
    // A table gives the present holder without a day: where a transfer names the same one, he is not the first.
    if (day === null && !transfer && transferred.some((later) => same(later, one))) continue;
    const seen = transfer || before === undefined ? null : day;
    chain.push({ owner, owner_code, from: transfer ? day : null, seen_on: seen, published_on });
  }
  return chain;
};

/** The holder on a day, of a chain; null where none is known so early. */
export const holderOn = (chain: readonly Holding[], day: Day): Holding | null =>
  chain.findLast(({ from, seen_on }) => (from ?? seen_on ?? '') <= day) ?? null;
