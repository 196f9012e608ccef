// Deny by default: every operation with its one route, its one permission and what of the data it reaches. A route that is not here does not start.
import { PATH } from '@zhijian/contract';
import type { AccountRole } from '../people/index.ts';

export type Permission =
  | 'public'
  | 'session.own'
  | 'lead.read'
  | 'lead.judge'
  | 'finding.read'
  | 'right.read'
  | 'import.read'
  | 'import.run'
  | 'figures.read'
  | 'plan.read';

/** `body`: the rows of the asker's body, which the database itself decides; `account`: the asker's own session; `none`: no data of bodies. */
export type Scope = 'body' | 'account' | 'none';

export interface Operation {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  permission: Permission;
  scope: Scope;
}

export const OPERATION = {
  health: { method: 'GET', path: '/health', permission: 'public', scope: 'none' },
  openapi: { method: 'GET', path: '/openapi.json', permission: 'public', scope: 'none' },
  docs: { method: 'GET', path: '/docs', permission: 'public', scope: 'none' },
  page: { method: 'GET', path: '/*', permission: 'public', scope: 'none' },
  sign_in: { method: 'POST', path: PATH.session, permission: 'public', scope: 'none' },
  check_first_link: { method: 'GET', path: PATH.first_account, permission: 'public', scope: 'none' },
  first_account: { method: 'POST', path: PATH.first_account, permission: 'public', scope: 'none' },
  sign_out: { method: 'DELETE', path: PATH.session, permission: 'session.own', scope: 'account' },
  me: { method: 'GET', path: PATH.me, permission: 'session.own', scope: 'account' },
  list_leads: { method: 'GET', path: PATH.leads, permission: 'lead.read', scope: 'body' },
  open_lead: { method: 'GET', path: PATH.lead, permission: 'lead.read', scope: 'body' },
  judge_lead: { method: 'POST', path: PATH.judgment, permission: 'lead.judge', scope: 'body' },
  undo_judgment: { method: 'DELETE', path: PATH.judgment, permission: 'lead.judge', scope: 'body' },
  list_screened: { method: 'GET', path: PATH.screened, permission: 'finding.read', scope: 'body' },
  list_held: { method: 'GET', path: PATH.held, permission: 'finding.read', scope: 'body' },
  list_rights: { method: 'GET', path: PATH.rights, permission: 'right.read', scope: 'body' },
  open_right: { method: 'GET', path: PATH.right, permission: 'right.read', scope: 'body' },
  upload_file: { method: 'POST', path: PATH.uploads, permission: 'import.run', scope: 'body' },
  start_import: { method: 'POST', path: PATH.imports, permission: 'import.run', scope: 'body' },
  list_imports: { method: 'GET', path: PATH.imports, permission: 'import.read', scope: 'body' },
  open_import: { method: 'GET', path: PATH.import, permission: 'import.read', scope: 'body' },
  retry_import: { method: 'POST', path: PATH.retry, permission: 'import.run', scope: 'body' },
  begin_upload: { method: 'POST', path: PATH.upload_parts, permission: 'import.run', scope: 'body' },
  open_upload: { method: 'GET', path: PATH.upload_part, permission: 'import.run', scope: 'body' },
  send_part: { method: 'PATCH', path: PATH.upload_part, permission: 'import.run', scope: 'body' },
  end_upload: { method: 'POST', path: PATH.upload_part, permission: 'import.run', scope: 'body' },
  preview_upload: { method: 'GET', path: PATH.upload_preview, permission: 'import.run', scope: 'body' },
  download_set_aside: { method: 'GET', path: PATH.set_aside_csv, permission: 'import.read', scope: 'body' },
  download_set_aside_records: { method: 'GET', path: PATH.set_aside_records, permission: 'import.read', scope: 'body' },
  open_set_aside: { method: 'GET', path: PATH.set_aside, permission: 'import.read', scope: 'body' },
  mend_set_aside: { method: 'POST', path: PATH.set_aside, permission: 'import.run', scope: 'body' },
  figures: { method: 'GET', path: PATH.figures, permission: 'figures.read', scope: 'body' },
  plan: { method: 'GET', path: PATH.plan, permission: 'plan.read', scope: 'none' },
} as const satisfies Record<string, Operation>;
export type OperationName = keyof typeof OPERATION;

const OFFICER: readonly Permission[] = [
  'session.own',
  'lead.read',
  'lead.judge',
  'finding.read',
  'right.read',
  'import.read',
  'import.run',
  'figures.read',
  'plan.read',
];

/** What each role may do. Both work with leads in this first form; the separation of administrators from case work comes with the full matrix. */
export const MAY: Readonly<Record<AccountRole, ReadonlySet<Permission>>> = { officer: new Set(OFFICER), administrator: new Set(OFFICER) };
