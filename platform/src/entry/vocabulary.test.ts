// The database knows no other codes than the contract: each CHECK that lists words lists those of its vocabulary.
import {
  ACCOUNT_ROLE,
  BODY_KIND,
  DECISION_KIND,
  DECISION_ROLE,
  IMPORT_KIND,
  IMPORT_STATE,
  LEAD_EVENT,
  LEAD_STATE,
  RIGHT_KIND,
  STRENGTH,
  VERDICT,
} from '@zhijian/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../kernel/testing.ts';

let house: TestDatabase;
beforeAll(async () => {
  house = await testDatabase();
});
afterAll(() => house.drop());

const WORDS: Record<string, Record<string, unknown>> = {
  'people.body.kind': BODY_KIND,
  'people.account.role': ACCOUNT_ROLE,
  'imports.import.kind': IMPORT_KIND,
  'imports.import.state': IMPORT_STATE,
  'imports.import.retry_with': { import: 1, detect: 1 },
  'rights.right_row.kind': RIGHT_KIND,
  'rights.licence.right_kind': RIGHT_KIND,
  'rights.document.kind': RIGHT_KIND,
  'rights.decided_right.kind': RIGHT_KIND,
  'rights.decision.kind': DECISION_KIND,
  'rights.decision_party.role': DECISION_ROLE,
  'detection.finding.output': { lead: 1, screened: 1, held: 1 },
  'detection.lead.state': LEAD_STATE,
  'detection.lead.strength': STRENGTH,
  'detection.lead_event.kind': LEAD_EVENT,
  'judgment.judgment.verdict': VERDICT,
};

test('each closed list of the database is the one of the contract', async () => {
  const { rows } = await house.pool.query<{ column: string; check: string }>(
    `SELECT n.nspname || '.' || t.relname || '.' || a.attname AS column, pg_get_constraintdef(c.oid) AS check
     FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1]
     WHERE c.contype = 'c' AND n.nspname = ANY($1) AND pg_get_constraintdef(c.oid) LIKE '%ARRAY[%'`,
    [['kernel', 'people', 'imports', 'rights', 'traders', 'offers', 'detection', 'judgment']],
  );
  const inDatabase = Object.fromEntries(rows.map(({ column, check }) => [column, [...check.matchAll(/'([^']+)'/g)].map(([, word]) => word).sort()]));
  expect(inDatabase).toEqual(Object.fromEntries(Object.entries(WORDS).map(([column, words]) => [column, Object.keys(words).sort()])));
});
