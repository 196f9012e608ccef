// A workbook of the old form (.xls, BIFF8 in a compound file) made by hand for the tests: [MS-XLS], [MS-CFB].

const record = (type: number, ...parts: (Buffer | number[])[]): Buffer => {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part as number[])));
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
};

const u16 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];
const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];
/** The length of its text in two bytes, as UTF-16. */
const text16 = (text: string): Buffer => Buffer.concat([Buffer.from([...u16(text.length), 1]), Buffer.from(text, 'utf16le')]);

const BEGIN = (type: number) => record(0x809, u16(0x600), u16(type), u16(0x0dbb), u16(0x07cc), u32(0x41), u32(6));
const END = record(0x0a);
const XF = record(0xe0, u16(0), u16(0), Buffer.alloc(16));

const NUMBER = /^-?\d{1,15}$/;

/** One sheet; cells of digits are numbers, others texts of their own row. */
const workbook = (rows: readonly (readonly string[])[], name: string): Buffer => {
  const sheetName = Buffer.concat([Buffer.from([name.length, 1]), Buffer.from(name, 'utf16le')]);
  const bound = (offset: number) => record(0x85, u32(offset), [0, 0], sheetName);
  const begin = Buffer.concat([BEGIN(5), record(0x42, u16(1200)), XF]);
  const offset = begin.length + bound(0).length + END.length;
  const cells = rows.flatMap((row, r) =>
    row.flatMap((cell, c) => {
      if (cell === '') return [];
      if (!NUMBER.test(cell)) return [record(0x204, u16(r), u16(c), u16(0), text16(cell))];
      const value = Buffer.alloc(8);
      value.writeDoubleLE(Number(cell));
      return [record(0x203, u16(r), u16(c), u16(0), value)];
    }),
  );
  const size = record(0x200, u32(0), u32(rows.length), u16(0), u16(Math.max(...rows.map((row) => row.length))), u16(0));
  return Buffer.concat([begin, bound(offset), END, BEGIN(0x10), size, ...cells, END]);
};

const SECTOR = 512;
const FREE = 0xffffffff;
const CHAIN_END = 0xfffffffe;
const TABLE = 0xfffffffd;
/** A shorter stream would stand in sectors of another kind. */
const LEAST = 4096;

const entry = (name: string, type: number, child: number, start: number, size: number): Buffer => {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 'utf16le');
  bytes.writeUInt16LE(name === '' ? 0 : (name.length + 1) * 2, 64);
  bytes[66] = type;
  bytes[67] = 1;
  for (const [at, value] of [
    [68, FREE],
    [72, FREE],
    [76, child],
    [116, start],
    [120, size],
  ] as const)
    bytes.writeUInt32LE(value, at);
  return bytes;
};

const padded = (bytes: Buffer, to: number): Buffer => Buffer.concat([bytes, Buffer.alloc(Math.max(0, to - bytes.length))]);

/** Rows as the one sheet of an .xls. At most 60 kB of cells. */
export const xlsOf = (rows: readonly (readonly string[])[], name: string): Buffer => {
  const stream = workbook(rows, name);
  const sectors = Math.ceil(Math.max(stream.length, LEAST) / SECTOR);
  if (sectors + 2 > SECTOR / 4) throw new RangeError(`${stream.length} bytes of cells are too many for one table of sectors`);
  // Sector 0: the table; 1: the directory; from 2 on: the workbook.
  const table = Buffer.alloc(SECTOR, 0xff);
  table.writeUInt32LE(TABLE, 0);
  table.writeUInt32LE(CHAIN_END, 4);
  for (let i = 0; i < sectors; i++) table.writeUInt32LE(i + 1 === sectors ? CHAIN_END : i + 3, (i + 2) * 4);
  const directory = Buffer.concat([
    entry('Root Entry', 5, 1, CHAIN_END, 0),
    entry('Workbook', 2, FREE, 2, Math.max(stream.length, LEAST)),
    entry('', 0, FREE, 0, 0),
    entry('', 0, FREE, 0, 0),
  ]);
  const head = Buffer.alloc(SECTOR, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head);
  head.fill(0, 8, 24);
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    head.writeUInt16LE(value, at);
  head.fill(0, 34, 44);
  for (const [at, value] of [
    [44, 1],
    [48, 1],
    [52, 0],
    [56, LEAST],
    [60, CHAIN_END],
    [64, 0],
    [68, CHAIN_END],
    [72, 0],
    [76, 0],
  ] as const)
    head.writeUInt32LE(value, at);
  return Buffer.concat([head, table, directory, padded(stream, sectors * SECTOR)]);
};
