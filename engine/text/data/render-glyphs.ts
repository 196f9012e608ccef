/** A TrueType font's contours, read just far enough to draw one character into a square of grey values. */
import { readFileSync } from 'node:fs';

interface Point {
  x: number;
  y: number;
  on: boolean;
}

interface Font {
  bytes: DataView;
  glyphOf: (codePoint: number) => number;
  contours: (glyph: number) => Point[][];
  unitsPerEm: number;
}

export const SIDE = 40;
const OVERSAMPLING = 4;

/** Reads the tables cmap (format 12), head, loca and glyf of a TrueType file. Throws when the file has none of them. */
export function openFont(path: string): Font {
  const file = readFileSync(path);
  const bytes = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = new Map<string, number>();
  for (let i = 0; i < bytes.getUint16(4); i++) {
    const at = 12 + i * 16;
    tables.set(file.toString('latin1', at, at + 4), bytes.getUint32(at + 8));
  }
  const table = (name: string): number => {
    const at = tables.get(name);
    if (at === undefined) throw new Error(`${path} has no table ${name}: a TrueType font with outlines in glyf is needed`);
    return at;
  };
  const head = table('head');
  const longLoca = bytes.getInt16(head + 50) === 1;
  const [loca, glyf] = [table('loca'), table('glyf')];
  const start = (glyph: number): number => glyf + (longLoca ? bytes.getUint32(loca + glyph * 4) : bytes.getUint16(loca + glyph * 2) * 2);
  const contours = (glyph: number): Point[][] => (start(glyph + 1) > start(glyph) ? readGlyph(bytes, start(glyph), contours) : []);
  return { bytes, glyphOf: readCmap(bytes, table('cmap')), contours, unitsPerEm: bytes.getUint16(head + 18) };
}

function readCmap(bytes: DataView, at: number): (codePoint: number) => number {
  for (let i = 0; i < bytes.getUint16(at + 2); i++) {
    const sub = at + bytes.getUint32(at + 4 + i * 8 + 4);
    if (bytes.getUint16(sub) !== 12) continue;
    const glyphs = new Map<number, number>();
    for (let g = 0; g < bytes.getUint32(sub + 12); g++) {
      const row = sub + 16 + g * 12;
      const [from, to, first] = [bytes.getUint32(row), bytes.getUint32(row + 4), bytes.getUint32(row + 8)];
      for (let c = from; c <= to; c++) glyphs.set(c, first + c - from);
    }
    return (codePoint) => glyphs.get(codePoint) ?? 0;
  }
  throw new Error('the font has no character map of format 12');
}

function readGlyph(bytes: DataView, at: number, contours: (glyph: number) => Point[][]): Point[][] {
  const count = bytes.getInt16(at);
  if (count < 0) return readComposite(bytes, at + 10, contours);
  const ends = Array.from({ length: count }, (_, i) => bytes.getUint16(at + 10 + i * 2));
  const total = (ends.at(-1) ?? -1) + 1;
  let p = at + 10 + count * 2;
  p += 2 + bytes.getUint16(p);
  const flags: number[] = [];
  while (flags.length < total) {
    const flag = bytes.getUint8(p++);
    let repeat = flag & 8 ? bytes.getUint8(p++) : 0;
    for (flags.push(flag); repeat > 0; repeat--) flags.push(flag);
  }
  const axis = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? bytes.getUint8(p++) : -bytes.getUint8(p++);
      else if (!(flag & same)) {
        value += bytes.getInt16(p);
        p += 2;
      }
      return value;
    });
  };
  const xs = axis(2, 16);
  const ys = axis(4, 32);
  return ends.map((end, i) => {
    const from = i === 0 ? 0 : (ends[i - 1] ?? 0) + 1;
    return flags.slice(from, end + 1).map((flag, k) => ({ x: xs[from + k] ?? 0, y: ys[from + k] ?? 0, on: (flag & 1) === 1 }));
  });
}

function readComposite(bytes: DataView, at: number, contours: (glyph: number) => Point[][]): Point[][] {
  const all: Point[][] = [];
  for (let p = at, flags = 0x20; flags & 0x20; ) {
    flags = bytes.getUint16(p);
    const part = contours(bytes.getUint16(p + 2));
    const words = (flags & 1) === 1;
    const dx = words ? bytes.getInt16(p + 4) : bytes.getInt8(p + 4);
    const dy = words ? bytes.getInt16(p + 6) : bytes.getInt8(p + 5);
    p += words ? 8 : 6;
    if (flags & 0x8) p += 2;
    else if (flags & 0x40) p += 4;
    else if (flags & 0x80) p += 8;
    for (const contour of part) all.push(contour.map((q) => ({ x: q.x + dx, y: q.y + dy, on: q.on })));
  }
  return all;
}

/** Straight pieces of a contour of quadratic curves; two off-curve points in a row have an on-curve point half way. */
function flatten(contour: Point[]): Point[] {
  const full: Point[] = [];
  contour.forEach((q, i) => {
    const next = contour[(i + 1) % contour.length] ?? q;
    full.push(q);
    if (!q.on && !next.on) full.push({ x: (q.x + next.x) / 2, y: (q.y + next.y) / 2, on: true });
  });
  const first = full.findIndex((q) => q.on);
  const turned = first < 0 ? full : [...full.slice(first), ...full.slice(0, first)];
  const line: Point[] = [];
  turned.forEach((q, i) => {
    if (q.on) {
      line.push(q);
      return;
    }
    const [a, b] = [turned[i - 1] ?? q, turned[(i + 1) % turned.length] ?? q];
    for (const t of [0.25, 0.5, 0.75]) {
      const [u, v, w] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
      line.push({ x: u * a.x + v * q.x + w * b.x, y: u * a.y + v * q.y + w * b.y, on: true });
    }
  });
  return line;
}

/** The em square (descent .12 em) as SIDE x SIDE grey values 0..1, row by row from the top; null when the font lacks the character. */
export function draw(font: Font, codePoint: number): Float32Array | null {
  const glyph = font.glyphOf(codePoint);
  if (glyph === 0) return null;
  const fine = SIDE * OVERSAMPLING;
  const scale = fine / font.unitsPerEm;
  const crossings: { x: number; turn: number }[][] = Array.from({ length: fine }, () => []);
  for (const contour of font.contours(glyph)) {
    const line = flatten(contour).map((q) => ({ x: q.x * scale, y: fine * 0.88 - q.y * scale }));
    line.forEach((a, i) => {
      const b = line[(i + 1) % line.length] ?? a;
      const [top, bottom, turn] = a.y < b.y ? [a, b, 1] : [b, a, -1];
      for (let row = Math.max(0, Math.ceil(top.y - 0.5)); row + 0.5 < bottom.y && row < fine; row++) {
        crossings[row]?.push({ x: top.x + ((row + 0.5 - top.y) * (bottom.x - top.x)) / (bottom.y - top.y), turn });
      }
    });
  }
  const grey = new Float32Array(SIDE * SIDE);
  crossings.forEach((row, y) => {
    row.sort((a, b) => a.x - b.x);
    let winding = 0;
    row.forEach(({ x, turn }, i) => {
      winding += turn;
      const end = row[i + 1]?.x;
      if (winding === 0 || end === undefined) return;
      for (let px = Math.max(0, Math.round(x)); px < Math.min(fine, Math.round(end)); px++) {
        const at = Math.floor(y / OVERSAMPLING) * SIDE + Math.floor(px / OVERSAMPLING);
        grey[at] = (grey[at] ?? 0) + 1 / (OVERSAMPLING * OVERSAMPLING);
      }
    });
  });
  return grey;
}
