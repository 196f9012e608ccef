// Cells that decide nothing and could not be read: one warning for each field of a file, not one for each row.
import { fieldNames, READER_SENTENCE, say } from '@zhijian/contract';
import type { OnWarning } from '../readers/index.ts';

export class Unread {
  private readonly fields = new Map<string, { count: number; line: number; given: string }>();

  add(field: string, line: number, given: string): void {
    const before = this.fields.get(field);
    if (before) before.count++;
    else this.fields.set(field, { count: 1, line, given: given.slice(0, 40).toWellFormed() });
  }

  warn(file: string, onWarning: OnWarning): void {
    for (const [field, first] of this.fields) onWarning(say(READER_SENTENCE.unread_cells, { file, field: fieldNames([field]), ...first }));
  }
}
