// Ready rows into rights.right_row by COPY: what PostgreSQL itself can take, without row-level security, conflicts and the count of rights.
import type { RightRow } from '@zhijian/contract';
import { hash } from 'node:crypto';
import type pg from 'pg';
import { foldWords } from '../../platform/src/rights/index.ts';
import type { Pool } from '../../platform/src/kernel/index.ts';

export interface CopyInto {
  body_id: string;
  region: string;
  import_id: string;
}

const CHUNK = 1_000;
const COLUMNS = 'body_id, region, import_id, office, kind, number, words, content_hash, content';

const cell = (text: string | null): string =>
  text === null ? '\\N' : text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');

const lineOf = (row: RightRow, { body_id, region, import_id }: CopyInto): string => {
  const content = JSON.stringify(row);
  const cells = [
    body_id,
    region,
    import_id,
    row.office,
    row.kind,
    row.number,
    foldWords(`${row.name ?? ''}\t${row.owner ?? ''}`),
    `\\x${hash('sha256', content, 'hex')}`,
    content,
  ];
  return `${cells.map(cell).join('\t')}\n`;
};

function* chunks(rows: Iterable<RightRow>, into: CopyInto): Generator<Buffer, void, undefined> {
  let text = '';
  let held = 0;
  for (const row of rows) {
    text += lineOf(row, into);
    if (++held % CHUNK !== 0) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

/** The part of the driver's connection that a COPY needs, and its types leave out. */
interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  stream: { writableNeedDrain: boolean; once(event: 'drain', then: () => void): void };
}

/** A COPY FROM STDIN as the driver's client runs queries. */
class CopyIn {
  readonly done: Promise<void>;
  private settle: { resolve: () => void; reject: (error: Error) => void };
  private readonly sql: string;
  private readonly pieces: Iterator<Buffer>;

  constructor(sql: string, pieces: Iterator<Buffer>) {
    this.sql = sql;
    this.pieces = pieces;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.done = promise;
    this.settle = { resolve, reject };
  }

  submit(connection: CopyConnection): void {
    connection.query(this.sql);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    const next = (): void => {
      for (let piece = this.pieces.next(); !piece.done; piece = this.pieces.next()) {
        connection.sendCopyFromChunk(piece.value);
        if (!connection.stream.writableNeedDrain) continue;
        connection.stream.once('drain', next);
        return;
      }
      connection.endCopyFrom();
    };
    next();
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.settle.resolve();
  }

  handleError(error: Error): void {
    this.settle.reject(error);
  }
}

/** Copies rows in and returns the seconds that it took. */
export async function copyRows(pool: Pool, rows: Iterable<RightRow>, into: CopyInto): Promise<number> {
  const client = await pool.connect();
  try {
    const from = performance.now();
    const copy = new CopyIn(`COPY rights.right_row (${COLUMNS}) FROM STDIN`, chunks(rows, into));
    client.query(copy as unknown as pg.Submittable);
    await copy.done;
    return (performance.now() - from) / 1000;
  } finally {
    client.release();
  }
}
