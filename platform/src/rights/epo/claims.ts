// Claims out of full text, in which they often stand as one long text: their numbers, and the claims that they refer to.
import type { Claim } from '@zhijian/contract';
import { claimReferences } from './claim-references.ts';

/** More claims than any patent has; what comes behind stays text of the last. It bounds what `any of the preceding claims` may list. */
const MOST_CLAIMS = 2000;
/** No brackets: steps within a claim are `1)`, `(2)`. */
const NUMBERED = /^\s*(\d{1,4})\s*[.．、]\s*(?=\D|$)/;

interface Draft {
  number: number;
  lines: string[];
}

/**
 * The claims in pieces of text, in order: a piece or a line that begins with the next number begins the next claim, what stands
 * between belongs to the one before, what stands before `1.` (`Claims`, `What is claimed is:`) to none. Pieces without any number
 * are numbered in their order. `depends_on` from the wording: claim-references.ts.
 */
export const claimsOf = (pieces: readonly string[]): Claim[] => {
  // Lines count only where the pieces are not the claims themselves: steps of a method are numbered too.
  let drafts = byLine(pieces);
  if (drafts.length <= 1) drafts = byLine(pieces.flatMap((piece) => piece.split(/\r?\n|\r/)));
  // `… of the bricks.2. Apparatus as claimed …`: all in one line.
  if (drafts.length <= 1) {
    const run = byRun(pieces);
    if (run.length > drafts.length) drafts = run;
  }
  if (drafts.length === 0)
    drafts = pieces
      .filter((piece) => piece.trim() !== '')
      .slice(0, MOST_CLAIMS)
      .map((piece, i) => ({ number: i + 1, lines: [piece] }));
  return drafts.map(({ number, lines }) => {
    const text = lines.join(' ').replace(/\s+/g, ' ').trim();
    return { number, text, parts: [], depends_on: claimReferences(text, number) };
  });
};

const byLine = (lines: readonly string[]): Draft[] => {
  const drafts: Draft[] = [];
  for (const line of lines) {
    const found = NUMBERED.exec(line);
    if (found !== null && Number(found[1]) === drafts.length + 1 && drafts.length < MOST_CLAIMS)
      drafts.push({ number: drafts.length + 1, lines: [line.slice(found[0].length)] });
    else drafts.at(-1)?.lines.push(line);
  }
  return drafts;
};

/** Numbers within a line count only behind the end of a sentence, and not before a further digit (`2.5 mm`). */
const byRun = (pieces: readonly string[]): Draft[] => {
  const text = pieces
    .flatMap((piece) => piece.split(/\r?\n|\r/))
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
  const drafts: Draft[] = [];
  let from = 0;
  for (let number = 1; number <= MOST_CLAIMS; number++) {
    const next = new RegExp(`(?:^|[.;。；:]\\s*|\\n\\s*)${number}\\s*[.．、]\\s*(?![\\d\\s])`, 'g');
    next.lastIndex = from;
    const found = next.exec(text);
    if (found === null) break;
    drafts.at(-1)?.lines.push(text.slice(from, found.index + (number > 1 ? 1 : 0)));
    drafts.push({ number, lines: [] });
    from = next.lastIndex;
  }
  drafts.at(-1)?.lines.push(text.slice(from));
  return drafts;
};
