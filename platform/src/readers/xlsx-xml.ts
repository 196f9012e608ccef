// The XML of a workbook's parts, read piece by piece. No DTD is followed and no entity of one is expanded.
import { READER_SENTENCE, say } from '@zhijian/contract';
import { SaxesParser } from 'saxes';
import { type ByteReader, ReadFault } from './input.ts';

export interface Handlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

const PIECE = 128 << 10;
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Hands the elements of a part to `handlers`, names without their prefix, and yields after each piece. Throws ReadFault for what is no
 * XML and for a text over `most` characters.
 */
export async function* xmlPieces(reader: ByteReader, handlers: Handlers, most: number): AsyncGenerator<void, void, undefined> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let pending = 0;
  parser.on('opentag', ({ name, attributes }) => {
    pending = 0;
    handlers.open(local(name), attributes);
  });
  parser.on('text', (text) => handlers.text(text));
  parser.on('cdata', (text) => handlers.text(text));
  parser.on('closetag', ({ name }) => {
    pending = 0;
    handlers.close(local(name));
  });
  parser.on('error', (error) => {
    throw new ReadFault('damaged', say(READER_SENTENCE.workbook_damaged, { detail: error.message }));
  });
  const bytes = Buffer.allocUnsafe(PIECE);
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for (;;) {
    const got = await reader.read(bytes, 0);
    decoder ??= new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8');
    if (got === 0) break;
    const piece = decoder.decode(bytes.subarray(0, got), { stream: true });
    pending += piece.length;
    if (pending > most + PIECE) throw new ReadFault('limit', say(READER_SENTENCE.too_long, { limit: most, found: `> ${most}` }));
    parser.write(piece);
    yield;
  }
  parser.close();
}
