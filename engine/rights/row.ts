// A row of a rights file by what it says; all else it leaves open.
import type { RightRow } from '@zhijian/contract';

/** The row of one right with the given facts or status; a field that is not given is null or empty. */
export const rightRow = (right: Pick<RightRow, 'kind' | 'number' | 'office'>, said: Partial<RightRow> = {}): RightRow => ({
  kind: right.kind,
  number: right.number,
  name: null,
  owner: null,
  owner_code: null,
  office: right.office,
  classes: [],
  goods: [],
  filing_date: null,
  grant_date: null,
  expiry_date: null,
  paid_to: null,
  status: null,
  status_date: null,
  published_on: null,
  known_on: null,
  image: null,
  extra: {},
  ...said,
});
