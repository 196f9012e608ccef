import { Whole } from './Whole.tsx';

/** A sentence of reasons: words of the field together with words of the data. */
export function Sentence({ text, className }: { text: string; className?: string }) {
  return (
    <span data-raw="" className={className}>
      <Whole text={text} />
    </span>
  );
}
