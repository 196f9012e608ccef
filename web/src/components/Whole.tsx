import { Fragment } from 'react';
import { patentNumber } from '../format/number.ts';

/** A day breaks at its hyphens, and a number of a patent stands as its certificate prints it. Quoted words of an offer stay as they are. */
const WHOLE = /(\d{4}-\d{2}-\d{2}|(?<=专利号? ?|[Pp]atent |number )(?:\d{12}|\d{8})\.[\dX])/;

/** A text in which days and numbers of patents are not torn apart. */
export function Whole({ text }: { text: string }) {
  return text.split(WHOLE).map((piece, at) =>
    at % 2 === 0 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence have no other identity
      <Fragment key={at}>{piece}</Fragment>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence have no other identity
      <span key={at} className="figures">
        {patentNumber(piece, false)}
      </span>
    ),
  );
}
