// What the API takes and answers, as JSON Schema of the same shapes as contract/operations.ts; the compiler compares the two.
import {
  ACCOUNT_ROLE,
  ACT,
  BODY_KIND,
  type BeginUpload as ContractBeginUpload,
  type FirstAccount as ContractFirstAccount,
  type FirstLink as ContractFirstLink,
  type Figures as ContractFigures,
  type HeldRow as ContractHeldRow,
  type ImportDetail as ContractImportDetail,
  type ImportPreview as ContractPreview,
  type ImportRow as ContractImportRow,
  IMPORT_KIND,
  IMPORT_STATE,
  type Judge as ContractJudge,
  JUDGMENT_REASON,
  LEAD_SORT,
  LEAD_STATE,
  type LeadDetail as ContractLeadDetail,
  type LeadList as ContractLeadList,
  type LeadQuery as ContractLeadQuery,
  type Me as ContractMe,
  type Mend as ContractMend,
  type Mended as ContractMended,
  MODEL,
  PATENT_STATUS,
  RAW_FORM,
  REJECT,
  type PlanClause as ContractPlanClause,
  type Problem as ContractProblem,
  RIGHT_KIND,
  RIGHT_STATE,
  type ScreenedRow as ContractScreenedRow,
  type SetAsideRecord as ContractSetAsideRecord,
  type SignIn as ContractSignIn,
  type StartedImports as ContractStartedImports,
  type StartImport as ContractStartImport,
  STRENGTH,
  TRADEMARK_STATUS,
  type UploadPart as ContractUploadPart,
  VERDICT,
  HELD,
  DEFENCE,
} from '@zhijian/contract';
import { type Static, type TSchema, Type } from 'typebox';
import { Decision, TraderRecord } from './decided.ts';
import { Lead, Line, Offer, OfferRef, Rejected, Right, RightRef, Trader } from './records.ts';
import { Anything, Code, Day, Label, Nullable, OneOf, type Same, Text, TextByName, TextOrNull, Typed } from './shapes.ts';

export const Problem = Type.Object({ code: Text, zh: Text, en: Text, request_id: Text });

export const SignIn = Type.Object({ login: Typed(200, 1), password: Typed(200, 1) });
export const FirstAccount = Type.Object({
  token: Typed(200, 1),
  body: Type.Object({
    name: Typed(200, 1),
    region: Type.String({ pattern: '^(CN|\\d{2}|\\d{4}|\\d{6})$' }),
    kind: Type.Unsafe<string>(Code(BODY_KIND)),
  }),
  login: Typed(100, 1),
  name: Typed(100, 1),
  password: Typed(200, 1),
});
export const LinkQuery = Type.Object({ token: Typed(200, 1) });
export const FirstLink = Type.Object({ open: Type.Boolean() });
export const Me = Type.Object({
  account: Type.Object({ login: Text, name: Text, role: Code(ACCOUNT_ROLE) }),
  body: Type.Object({ name: Text, region: Text, kind: Text }),
  demo: Type.Boolean(),
});

const page = {
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
};
export const PageQuery = Type.Object({ ...page, q: Type.Optional(Typed(200)) });
export const LeadQuery = Type.Object({
  ...page,
  state: Type.Optional(Code(LEAD_STATE)),
  strength: Type.Optional(Code(STRENGTH)),
  act: Type.Optional(Code(ACT)),
  kind: Type.Optional(Code(RIGHT_KIND)),
  platform: Type.Optional(Typed(200)),
  q: Type.Optional(Typed(200)),
  sort: Type.Optional(OneOf(LEAD_SORT)),
});
export const LeadId = Type.Object({ lead_id: Typed(100, 1) });
export const ImportId = Type.Object({ import_id: Typed(100, 1) });

const counts = Type.Object({
  open: Type.Integer(),
  explained: Type.Integer(),
  suspected: Type.Integer(),
  not_infringing: Type.Integer(),
  needs_evidence: Type.Integer(),
});
const Lapse = Type.Object({
  state: Code(RIGHT_STATE),
  reason: Nullable(Code({ ...PATENT_STATUS, ...TRADEMARK_STATUS })),
  since: TextOrNull,
  published_on: TextOrNull,
  as_known: Text,
  acted_on: TextOrNull,
});
const LeadRow = Type.Object({
  lead_id: Text,
  state: Code(LEAD_STATE),
  strength: Code(STRENGTH),
  score: Type.Number(),
  act: Nullable(Code(ACT)),
  model: Code(MODEL),
  right: Nullable(RightRef),
  claimed_number: TextOrNull,
  trader: Trader,
  reason: Label,
  offers: Type.Integer(),
  opened_at: Text,
  lapse: Nullable(Lapse),
});
export const LeadList = Type.Object({ rows: Type.Array(LeadRow), total: Type.Integer(), by_state: counts, platforms: Type.Array(Text) });
export const LeadDetail = Type.Object({
  state: Code(LEAD_STATE),
  lead: Lead,
  offers: Type.Array(Offer),
  right: Nullable(Right),
  status: Nullable(Type.Object({ on: Text, as_known: Text, state: Text, reason: TextOrNull, since: TextOrNull, published_on: TextOrNull })),
  lapse: Nullable(Lapse),
  registered: Nullable(Type.Object({ by: OneOf(['code', 'name'] as const), traders: Type.Array(TraderRecord) })),
  decisions: Type.Array(Decision),
  history: Type.Array(Type.Object({ at: Text, by: TextOrNull, kind: Text, detail: Anything, file: TextOrNull })),
  related: Type.Array(LeadRow),
  verdicts: Type.Array(Code(VERDICT)),
  judgment: Nullable(Type.Object({ id: Type.Integer(), verdict: Code(VERDICT), reason_code: Text, note: TextOrNull, by: Text, at: Text })),
});
export const Judge = Type.Object({ verdict: Code(VERDICT), reason_code: Code(JUDGMENT_REASON), note: Nullable(Typed(2000)) });

const found = { id: Type.Integer(), offer: OfferRef, right: Nullable(RightRef), claimed_number: TextOrNull, trader: Trader, line: Line };
const ScreenedRow = Type.Object({ ...found, by: Type.Object({ code: Code(DEFENCE), reason: Label }) });
const HeldRow = Type.Object({ ...found, for: Type.Object({ code: Code(HELD), reason: Label }) });
const rowPage = <T extends TSchema>(row: T) => Type.Object({ rows: Type.Array(row), total: Type.Integer() });
export const ScreenedPage = rowPage(ScreenedRow);
export const HeldPage = rowPage(HeldRow);

const UUID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
/** One part, whatever its name; kind and encoding are judged by the content. */
export const UploadForm = Type.Object({ file: Type.String({ format: 'binary', contentMediaType: 'application/octet-stream' }) });

export const ImportPreview = Type.Object({
  upload_id: Text,
  file_name: Text,
  kind: Nullable(Code(IMPORT_KIND)),
  kinds: Type.Array(Code(IMPORT_KIND)),
  headings: Type.Array(Type.Object({ heading: Text, field: TextOrNull })),
  fields: Type.Array(Text),
  rows: Type.Array(TextByName),
  aside: Type.Array(
    Type.Object({
      row: Type.Unsafe<number | null>({ type: ['integer', 'null'] }),
      line: Type.Integer(),
      field: TextOrNull,
      code: Code(REJECT),
      given: Text,
      allowed: Label,
    }),
  ),
});
/** Texts by heading: what they may be is the readers' matter, how many there are is not. */
const typedByName = (maxLength: number, maxProperties: number) =>
  Type.Unsafe<Record<string, string>>({ type: 'object', additionalProperties: { type: 'string', maxLength }, maxProperties });

const told = Type.Optional(typedByName(100, 1000));
export const StartImport = Type.Object({
  upload_id: Type.String({ pattern: UUID }),
  kind: Nullable(Code(IMPORT_KIND)),
  covers: Type.Array(Typed(100), { maxItems: 100 }),
  known_on: Type.Optional(Nullable(Day)),
  mapping: Type.Optional(
    Type.Object({ rights: told, licences: told, decisions: told, traders: told, offers: told }, { additionalProperties: false }),
  ),
});
const importRow = {
  id: Text,
  file_name: Text,
  kind: Code(IMPORT_KIND),
  state: Code(IMPORT_STATE),
  read_records: Type.Integer(),
  stored: Type.Integer(),
  already_known: Type.Integer(),
  set_aside: Type.Integer(),
  warnings: Type.Array(Label),
  failure: Nullable(Label),
  can_retry: Type.Boolean(),
  created_at: Text,
  ended_at: TextOrNull,
  detected: Nullable(Type.Object({ done: Type.Integer(), total: Type.Integer() })),
};
export const ImportRow = Type.Object(importRow);
export const StartedImports = Type.Object({ imports: Type.Array(ImportRow) });
export const ImportPage = rowPage(ImportRow);
const { cells: _, ...place } = Rejected.properties;
const SetAsideRow = Type.Object({ ...place, sequence: Type.Integer(), can_mend: Type.Boolean() });
export const ImportDetail = Type.Object({ ...importRow, rejected: Type.Array(SetAsideRow) });
export const SetAsideRecords = Type.Object({ import_id: Typed(100, 1), form: Code(RAW_FORM) });
export const SetAsideAddress = Type.Object({ import_id: Typed(100, 1), sequence: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) });
export const SetAsideRecord = Type.Object({ sequence: Type.Integer(), rejected: Rejected, wrong: Type.Array(Text) });
export const Mend = Type.Object({ cells: typedByName(300_000, 5000) });
export const Mended = Type.Object({ still: Nullable(SetAsideRecord), import: ImportDetail });
export const UploadId = Type.Object({ upload_id: Type.String({ pattern: UUID }) });
export const PartId = Type.Object({ part_id: Type.String({ pattern: UUID }) });
export const BeginUpload = Type.Object({ file_name: Typed(1000, 1), size: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) });
export const UploadPart = Type.Object({ part_id: Text, offset: Type.Integer(), size: Type.Integer() });
export const KindQuery = Type.Object({ kind: Type.Optional(Code(IMPORT_KIND)) });

const PlanClause = Type.Object({
  id: Text,
  title: Label,
  state: OneOf(['works', 'first form', 'not yet'] as const),
  proven: Type.Integer(),
  points: Type.Array(Type.Object({ id: Text, label: Label, proven: Type.Boolean() })),
});
export const Plan = Type.Array(PlanClause);
export const Figures = Type.Object({
  offers: Type.Integer(),
  rights: Type.Integer(),
  licences: Type.Integer(),
  leads: counts,
  screened: Type.Integer(),
  held: Type.Integer(),
});
export const Health = Type.Object({ ok: Type.Boolean() });

// Each is `true`, or this file does not compile.
const asTheContractSays: [
  Same<Static<typeof Problem>, ContractProblem>,
  Same<Static<typeof SignIn>, ContractSignIn>,
  Same<Static<typeof FirstAccount>, ContractFirstAccount>,
  Same<Static<typeof FirstLink>, ContractFirstLink>,
  Same<Static<typeof Me>, ContractMe>,
  Same<Static<typeof LeadQuery>, ContractLeadQuery>,
  Same<Static<typeof LeadList>, ContractLeadList>,
  Same<Static<typeof LeadDetail>, ContractLeadDetail>,
  Same<Static<typeof Judge>, ContractJudge>,
  Same<Static<typeof ScreenedRow>, ContractScreenedRow>,
  Same<Static<typeof HeldRow>, ContractHeldRow>,
  Same<Static<typeof ImportPreview>, ContractPreview>,
  Same<Static<typeof StartImport>, ContractStartImport>,
  Same<Static<typeof StartedImports>, ContractStartedImports>,
  Same<Static<typeof ImportRow>, ContractImportRow>,
  Same<Static<typeof ImportDetail>, ContractImportDetail>,
  Same<Static<typeof SetAsideRecord>, ContractSetAsideRecord>,
  Same<Static<typeof BeginUpload>, ContractBeginUpload>,
  Same<Static<typeof UploadPart>, ContractUploadPart>,
  Same<Static<typeof Mend>, ContractMend>,
  Same<Static<typeof Mended>, ContractMended>,
  Same<Static<typeof PlanClause>, ContractPlanClause>,
  Same<Static<typeof Figures>, ContractFigures>,
] = [true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true];
void asTheContractSays;
