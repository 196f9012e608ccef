// Text -> GB 18030 for the characters of two bytes, which Node.js can only read.
const codes = new Map<string, number>();

const decoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const character = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail));
    if ([...character].length === 1 && !codes.has(character)) codes.set(character, (lead << 8) | trail);
  }

/** Throws RangeError for a character outside ASCII and the two bytes of GB 18030. */
export function encodeGb(text: string): Buffer {
  const bytes = Buffer.allocUnsafe(text.length * 2);
  let at = 0;
  for (const character of text) {
    if (character < '\x80') {
      bytes[at++] = character.charCodeAt(0);
      continue;
    }
    const code = codes.get(character);
    if (code === undefined) throw new RangeError(`no two bytes for ${character}`);
    at = bytes.writeUInt16BE(code, at);
  }
  return bytes.subarray(0, at);
}
