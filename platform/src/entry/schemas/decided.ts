// Decisions and market entities as the API answers them: the same shapes as contract/decisions.ts and contract/traders.ts; the compiler compares.
import {
  type Decision as ContractDecision,
  DECISION_KIND,
  DECISION_RESULT,
  DECISION_ROLE,
  RIGHT_KIND,
  type TraderRecord as ContractTrader,
  TRADER_STATUS,
} from '@zhijian/contract';
import { type Static, Type } from 'typebox';
import { Code, Nullable, NumberOrNull, type Same, Text, TextByName, TextOrNull } from './shapes.ts';

export const Decision = Type.Object({
  kind: Code(DECISION_KIND),
  case_number: Text,
  internal_number: TextOrNull,
  authority: TextOrNull,
  decided_on: TextOrNull,
  published_on: TextOrNull,
  announced_on: TextOrNull,
  effective_on: TextOrNull,
  final: Nullable(Type.Boolean()),
  rights: Type.Array(Type.Object({ office: Text, kind: Code(RIGHT_KIND), number: Text })),
  parties: Type.Array(Type.Object({ role: Code(DECISION_ROLE), name: Text, code: TextOrNull })),
  result: Nullable(Code(DECISION_RESULT)),
  result_text: TextOrNull,
  cause: TextOrNull,
  clause: TextOrNull,
  summary: TextOrNull,
  url: TextOrNull,
  known_on: TextOrNull,
  extra: TextByName,
});

export const TraderRecord = Type.Object({
  code: Text,
  name: Text,
  type: TextOrNull,
  legal_representative: TextOrNull,
  capital: NumberOrNull,
  capital_currency: TextOrNull,
  founded_on: TextOrNull,
  term_from: TextOrNull,
  term_to: TextOrNull,
  authority: TextOrNull,
  status: Nullable(Code(TRADER_STATUS)),
  address: TextOrNull,
  scope: TextOrNull,
  known_on: TextOrNull,
  extra: TextByName,
});

// Each is `true`, or this file does not compile.
const asTheContractSays: [Same<Static<typeof Decision>, ContractDecision>, Same<Static<typeof TraderRecord>, ContractTrader>] = [true, true];
void asTheContractSays;
