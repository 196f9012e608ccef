import { Fragment } from 'react';
import { patentNumber } from '../format/number.ts';

/** A day breaks at its hyphens, and a number of a patent stands as its certificate prints it. Quoted words of an offer stay as they are. */
const WHOLE = /(\d{4}-\d{2}-\d{2}|(?<=专利号? ?|[Pp]atent |number )(?:\d{12}|\d{8})\.[\dX])/;

/** A sentence of reasons: words of the field together with words of the data. */
export function Sentence({ text, className }: { text: string; className?: string }) {
  return (
    <span data-raw="" className={className}>
      {text.split(WHOLE).map((piece, at) =>
        at % 2 === 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence have no other identity
          <Fragment key={at}>{piece}</Fragment>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence have no other identity
          <span key={at} className="whole figures">
            {patentNumber(piece, false)}
          </span>
        ),
      )}
    </span>
  );
}
