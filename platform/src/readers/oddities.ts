// What is odd in a table and is no record, told once for each kind.
import { type Label, READER_SENTENCE, say } from '@zhijian/contract';
import type { Note, RowBatch } from './batch.ts';

export class Oddities {
  private readonly file: string;
  private readonly kinds = new Map<string, Note & { name: string }>();

  /** @param file what messages call it */
  constructor(file: string) {
    this.file = file;
  }

  add({ notes, sheet }: RowBatch): void {
    for (const note of notes) {
      const key = `${note.kind}\0${sheet ?? ''}`;
      const before = this.kinds.get(key);
      if (before !== undefined) before.count += note.count;
      else this.kinds.set(key, { ...note, name: sheet === null || note.kind === 'hidden_sheet' ? this.file : `${this.file} [${sheet}]` });
    }
  }

  /** One warning for each kind, in the order in which they were first met. */
  warn(onWarning: (warning: Label) => void): void {
    for (const { kind, name, line, text, count } of this.kinds.values()) {
      onWarning(say(READER_SENTENCE[`note_${kind}`], { file: name, line, text, count }));
    }
  }
}
