// Rights as the API answers them: the same shapes as contract/right-view.ts and contract/register.ts; the compiler compares.
import {
  type Claim as ContractClaim,
  PATENT_STATUS,
  REGISTER_FORMAT,
  RIGHT_KIND,
  type RightDocument as ContractDocument,
  type RightListRow as ContractListRow,
  type RightPage as ContractPage,
  RIGHT_STATE,
  TRADEMARK_STATUS,
} from '@zhijian/contract';
import { type Static, Type } from 'typebox';
import { Decision } from './decided.ts';
import { Licence, Right } from './records.ts';
import { Code, Day, Nullable, OneOf, type Same, Text, TextOrNull, Typed } from './shapes.ts';

const Status = Code({ ...PATENT_STATUS, ...TRADEMARK_STATUS });

export const RightsQuery = Type.Object({ q: Type.Optional(Typed(200)), kind: Type.Optional(Code(RIGHT_KIND)) });
export const RightAddress = Type.Object({ office: Type.String({ pattern: '^[A-Z]{2}$' }), kind: Code(RIGHT_KIND), number: Typed(60, 1) });
export const TimesQuery = Type.Object({ on: Type.Optional(Day), as_known: Type.Optional(Day) });

const OtherNumber = Type.Object({
  type: OneOf(['application', 'publication', 'grant', 'registration', 'international', 'family'] as const),
  number: Text,
  date: TextOrNull,
});
const Holding = Type.Object({ owner: Text, owner_code: TextOrNull, from: TextOrNull, seen_on: TextOrNull, published_on: TextOrNull });
const Contradiction = Type.Object({
  of: Type.Union([Type.Object({ fact: OneOf(['name', 'filing_date', 'grant_date'] as const) }), Type.Object({ status: Status })]),
  values: Type.Array(Type.Object({ value: Text, known_on: TextOrNull })),
});
const RightDocument = Type.Object({
  office: Text,
  kind: Code(RIGHT_KIND),
  number: Text,
  format: Code(REGISTER_FORMAT),
  known_on: TextOrNull,
  numbers: Type.Array(OtherNumber),
  titles: Type.Array(Type.Object({ language: TextOrNull, text: Text })),
  abstract: TextOrNull,
  parties: Type.Array(Type.Object({ role: OneOf(['applicant', 'owner', 'inventor', 'agent'] as const), name: Text, country: TextOrNull })),
  classes: Type.Array(Type.Object({ scheme: OneOf(['nice', 'us_trademark', 'locarno', 'ipc', 'cpc', 'uspc'] as const), code: Text })),
  goods: Type.Array(Type.Object({ class: Type.Unsafe<number | null>({ type: ['integer', 'null'] }), text: Text })),
  priorities: Type.Array(Type.Object({ country: TextOrNull, number: Text, date: TextOrNull })),
  family: Type.Array(Text),
  // A tree has no end that a schema without references could name.
  claims: Type.Array(Type.Unsafe<ContractClaim>({ type: 'object', additionalProperties: true })),
  figures: Type.Array(Type.Object({ file: TextOrNull, description: TextOrNull })),
  events: Type.Array(Type.Object({ code: Text, text: TextOrNull, status: Nullable(Status), effective_on: TextOrNull, published_on: TextOrNull })),
});

export const RightPage = Type.Object({
  office: Text,
  kind: Code(RIGHT_KIND),
  number: Text,
  numbers: Type.Array(OtherNumber),
  on: Text,
  as_known: Text,
  known: Type.Boolean(),
  state: Code(RIGHT_STATE),
  reason: Nullable(Status),
  since: TextOrNull,
  published_on: TextOrNull,
  known_on: TextOrNull,
  paid_to: TextOrNull,
  fee_open: Nullable(Type.Object({ due: Text, until: Text })),
  doubt: Nullable(
    Type.Union([
      Type.Object({ of: OneOf(['lapse_computed'] as const), due: Text, published_on: Text }),
      Type.Object({ of: OneOf(['registered_after_term'] as const), expiry: Text }),
      Type.Object({ of: OneOf(['restored_later'] as const), restored_on: Text }),
      Type.Object({ of: OneOf(['never_granted'] as const), term_end: Text }),
    ]),
  ),
  term_end: TextOrNull,
  term_estimated: Type.Boolean(),
  holder: Nullable(Holding),
  holders: Type.Array(Holding),
  licences_on: Type.Array(Licence),
  open_licence: Type.Boolean(),
  contradictions: Type.Array(Contradiction),
  right: Right,
  known_later: Type.Array(Type.Integer()),
  documents: Type.Array(RightDocument),
  decisions: Type.Array(Decision),
  stale: Type.Boolean(),
  leads: Type.Integer(),
});

export const RightList = Type.Array(
  Type.Object({
    office: Text,
    kind: Code(RIGHT_KIND),
    number: Text,
    name: TextOrNull,
    owner: TextOrNull,
    state: Code(RIGHT_STATE),
    reason: Nullable(Status),
    since: TextOrNull,
    events: Type.Integer(),
  }),
);

// Each is `true`, or this file does not compile.
const asTheContractSays: [
  Same<Static<typeof RightPage>, ContractPage>,
  Same<Static<typeof RightDocument>, ContractDocument>,
  Same<Static<typeof RightList>, ContractListRow[]>,
] = [true, true, true];
void asTheContractSays;
