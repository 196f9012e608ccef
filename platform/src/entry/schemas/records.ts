// The records of the contract as JSON Schema: what the server lets out is what is declared here, and the compiler holds it to the contract.
import {
  ACT,
  DEFENCE,
  DEFENCE_RESULT,
  type LawCitation as ContractLaw,
  type Lead as ContractLead,
  type Line as ContractLine,
  type Match as ContractMatch,
  MODEL,
  type Offer as ContractOffer,
  OFFER_KIND,
  OUTPUT,
  PATENT_STATUS,
  RAW_FORM,
  REJECT,
  type Rejected as ContractRejected,
  type Right as ContractRight,
  RIGHT_KIND,
  ROLE,
  type RightRef as ContractRightRef,
  SCOPE,
  STRENGTH,
  TEXT_FIELD,
  TRADEMARK_STATUS,
  type Trader as ContractTrader,
} from '@zhijian/contract';
import { type Static, Type } from 'typebox';
import { Code, Label, Nullable, NumberOrNull, type Same, Text, TextByName, TextOrNull } from './shapes.ts';

export const RightRef = Type.Object({ kind: Code(RIGHT_KIND), number: Text, name: TextOrNull, owner: TextOrNull });
export const Trader = Type.Object({ platform: TextOrNull, shop: TextOrNull, seller: TextOrNull, code: TextOrNull });
export const OfferRef = Type.Object({ platform: TextOrNull, item_id: Text, url: TextOrNull, title: TextOrNull, extra: Type.Optional(TextByName) });

const LawCitation = Type.Object({ text: Text, article: Text, item: TextOrNull, version: Text, words: TextOrNull });
const Feature = Type.Object({
  name: Text,
  value: Type.Unsafe<number | string | boolean | null>({ type: ['number', 'string', 'boolean', 'null'] }),
  weight: Type.Number(),
  field: Nullable(Code(TEXT_FIELD)),
  span: Type.Unsafe<[number, number] | null>({ type: ['array', 'null'], items: { type: 'integer' }, minItems: 2, maxItems: 2 }),
  text: TextOrNull,
});
const Defence = Type.Object({ code: Code(DEFENCE), result: Code(DEFENCE_RESULT), reason: Label });
export const Match = Type.Object({
  item_id: Text,
  model: Code(MODEL),
  scope: Code(SCOPE),
  act: Nullable(Code(ACT)),
  role: Code(ROLE),
  row: Text,
  inner_row: TextOrNull,
  output: Code(OUTPUT),
  strength: Nullable(Code(STRENGTH)),
  law: Nullable(LawCitation),
  acted_on: TextOrNull,
  score: Type.Number(),
  reason: Label,
  features: Type.Array(Feature),
  defences: Type.Array(Defence),
});

const line = {
  lead_id: Text,
  right: Nullable(RightRef),
  claimed_number: TextOrNull,
  trader: Trader,
  score: Type.Number(),
  reason: Label,
  offers: Type.Array(OfferRef),
  matches: Type.Array(Match),
  release: Type.Unsafe<ContractLine['release']>(TextByName),
};
export const Line = Type.Object({ ...line, strength: Nullable(Code(STRENGTH)) });
export const Lead = Type.Object({ ...line, strength: Code(STRENGTH) });

export const Offer = Type.Object({
  kind: Code(OFFER_KIND),
  platform: TextOrNull,
  item_id: Text,
  url: TextOrNull,
  title: TextOrNull,
  description: TextOrNull,
  brand: TextOrNull,
  maker: TextOrNull,
  category: TextOrNull,
  price: NumberOrNull,
  currency: TextOrNull,
  sales: NumberOrNull,
  shop: TextOrNull,
  seller: TextOrNull,
  seller_code: TextOrNull,
  ship_from: TextOrNull,
  market: Text,
  images: Type.Array(Text),
  made_on: TextOrNull,
  captured_at: TextOrNull,
  language: TextOrNull,
  marking: TextOrNull,
  extra: TextByName,
});

const StatusEvent = Type.Object({
  status: Code({ ...PATENT_STATUS, ...TRADEMARK_STATUS }),
  effective_on: TextOrNull,
  published_on: TextOrNull,
  known_on: TextOrNull,
  paid_to: TextOrNull,
});
export const Licence = Type.Object({
  right_kind: Code(RIGHT_KIND),
  right_number: Text,
  licensee: TextOrNull,
  licensee_code: TextOrNull,
  shop: TextOrNull,
  platform: TextOrNull,
  territory: Type.Array(Text),
  classes: Type.Array(Type.Integer()),
  marking_consent: Type.Unsafe<boolean | null>({ type: ['boolean', 'null'] }),
  from: TextOrNull,
  to: TextOrNull,
  extra: TextByName,
});
export const Right = Type.Object({
  kind: Code(RIGHT_KIND),
  number: Text,
  name: TextOrNull,
  owner: TextOrNull,
  owner_code: TextOrNull,
  office: Text,
  classes: Type.Array(Type.Integer()),
  goods: Type.Array(Text),
  filing_date: TextOrNull,
  grant_date: TextOrNull,
  expiry_date: TextOrNull,
  image: TextOrNull,
  extra: TextByName,
  events: Type.Array(StatusEvent),
  licences: Type.Array(Licence),
});

export const Rejected = Type.Object({
  file: Text,
  sheet: Type.Optional(Text),
  line: Type.Integer(),
  byte: Type.Optional(Type.Integer()),
  record: Type.Optional(Type.Integer()),
  number: Type.Optional(Text),
  form: Type.Optional(Code(RAW_FORM)),
  field: TextOrNull,
  code: Code(REJECT),
  given: Text,
  allowed: Label,
  cells: Type.Optional(Type.Record(Type.String(), Text)),
});

// Each is `true`, or this file does not compile.
const asTheContractSays: [
  Same<Static<typeof RightRef>, ContractRightRef>,
  Same<Static<typeof Trader>, ContractTrader>,
  Same<Static<typeof LawCitation>, ContractLaw>,
  Same<Static<typeof Match>, ContractMatch>,
  Same<Static<typeof Line>, ContractLine>,
  Same<Static<typeof Lead>, ContractLead>,
  Same<Static<typeof Offer>, ContractOffer>,
  Same<Static<typeof Right>, ContractRight>,
  Same<Static<typeof Rejected>, ContractRejected>,
] = [true, true, true, true, true, true, true, true, true];
void asTheContractSays;
