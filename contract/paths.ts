// Where the operations of the API live: the server binds these, the page calls them. `:lead_id` and the like are parameters.
import type { LeadState } from './operations.ts';
import type { Act, RightKind, Strength } from './vocabulary.ts';

export const PATH = {
  /** POST SignIn -> Me; DELETE ends the session. */
  session: '/api/session',
  /** GET -> Me, 401 without a session. */
  me: '/api/me',
  /** GET ?token -> FirstLink; POST FirstAccount -> Me. */
  first_account: '/api/first-account',
  /** GET LeadQuery -> LeadList */
  leads: '/api/leads',
  /** GET -> LeadDetail */
  lead: '/api/leads/:lead_id',
  /** POST Judge -> LeadDetail; DELETE takes the person's judgment back -> LeadDetail. */
  judgment: '/api/leads/:lead_id/judgment',
  /** GET ?offset&limit&q -> RowPage<ScreenedRow> */
  screened: '/api/screened',
  /** GET ?offset&limit&q -> RowPage<HeldRow> */
  held: '/api/held',
  /** GET ?q&kind -> RightListRow[], at most fifty */
  rights: '/api/rights',
  /** GET ?on&as_known -> RightPage */
  right: '/api/rights/:office/:kind/:number',
  /** POST multipart with one part `file` -> ImportPreview */
  uploads: '/api/uploads',
  /** POST BeginUpload -> UploadPart */
  upload_parts: '/api/uploads/parts',
  /** GET -> UploadPart; PATCH with UPLOAD_OFFSET and bytes -> UploadPart; POST, once it is whole -> ImportPreview */
  upload_part: '/api/uploads/parts/:part_id',
  /** POST StartImport -> ImportRow; GET ?offset&limit -> RowPage<ImportRow>, newest first */
  imports: '/api/imports',
  /** GET -> ImportDetail */
  import: '/api/imports/:import_id',
  /** POST -> ImportDetail */
  retry: '/api/imports/:import_id/retry',
  /** GET -> text/csv: the records that are set aside, under their own headings, with what is wrong */
  set_aside_csv: '/api/imports/:import_id/set-aside.csv',
  /** GET -> the records of one form (RAW_FORM), as they stand in the office's file */
  set_aside_records: '/api/imports/:import_id/set-aside/records/:form',
  /** GET -> SetAsideRecord; POST Mend -> Mended */
  set_aside: '/api/imports/:import_id/set-aside/:sequence',
  /** GET ?kind -> ImportPreview of an upload, as that kind */
  upload_preview: '/api/uploads/:upload_id/preview',
  /** GET -> PlanClause[] */
  plan: '/api/plan',
  /** GET -> Figures */
  figures: '/api/figures',
} as const;

export interface RowPage<Row> {
  rows: Row[];
  total: number;
}

export const LEAD_SORT = ['urgent', 'newest', 'oldest'] as const;

/** What narrows the list of leads; each may be missing. */
export interface LeadQuery {
  state?: LeadState;
  strength?: Strength;
  act?: Act;
  /** Kind of the right. */
  kind?: RightKind;
  platform?: string;
  /** Within the right's name and number and the trader's names. */
  q?: string;
  /** `urgent`: strength, then score. */
  sort?: (typeof LEAD_SORT)[number];
  offset?: number;
  limit?: number;
}
