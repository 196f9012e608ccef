// What people of a body said that headings mean: for all later files of the body.
import type { ImportKind } from '@zhijian/contract';
import type { Tx } from '../kernel/index.ts';
import { headingKey, type Mapping, plainText } from '../readers/index.ts';

/** Mappings by kind of file; '' for a heading that is kept as it stands. */
export type Mapped = Partial<Record<ImportKind, Mapping>>;

interface Row {
  kind: ImportKind;
  heading: string;
  field: string;
}

/** What was told of headings, by kind. The headings are keys: without case, spaces and punctuation. */
export const mappingsOf = async (tx: Tx): Promise<Mapped> => {
  const { rows } = await tx.query<Row>('SELECT kind, heading, field FROM imports.mapping ORDER BY kind COLLATE "C", heading COLLATE "C"');
  const mapped: Mapped = {};
  for (const { kind, heading, field } of rows) mapped[kind] = { ...mapped[kind], [heading]: field };
  return mapped;
};

/** Remembers what a person told of headings; the last word counts. */
export const rememberMapping = async (tx: Tx, kind: ImportKind, mapping: Mapping): Promise<void> => {
  const told = new Map(Object.entries(mapping).map(([heading, field]) => [plainText(headingKey(heading)), field]));
  told.delete('');
  await tx.query(
    `INSERT INTO imports.mapping (kind, heading, field) SELECT $1, * FROM unnest($2::text[], $3::text[])
     ON CONFLICT (body_id, kind, heading) DO UPDATE SET field = excluded.field, account_id = kernel.account(), at = now()`,
    [kind, [...told.keys()], [...told.values()]],
  );
};
