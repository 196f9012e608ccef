// The table of expectations. One row a planted offer; every other offer of the world is lawful and becomes no lead.
import { csv } from './csv.ts';
import { JUDGED_ON } from './days.ts';
import type { Planted } from './story.ts';

export const EXPECTED_HEADINGS = ['offer', 'right', 'expect', 'row_or_code', 'story', 'note'] as const;

export const expectedCsv = (planted: readonly (Planted & { id: string })[]): string =>
  csv(
    EXPECTED_HEADINGS,
    planted.map(({ id, right, expect, rowOrCode, story, note }) => ({
      offer: id,
      right: right?.number ?? '',
      expect,
      row_or_code: rowOrCode,
      story,
      note,
    })),
    [`judged_on: ${JUDGED_ON}`],
  );
