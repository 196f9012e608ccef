import { STRENGTH, type Strength } from '@zhijian/contract';
import { useWord } from '../messages/index.ts';

const BARS: Record<Strength, number> = { strong: 3, medium: 2, weak: 1 };

/** Three bars, filled by strength, and the word. */
export function StrengthTag({ strength }: { strength: Strength }) {
  const word = useWord();
  return (
    <span className={`strength strength-${strength}`}>
      <svg width="11" height="12" viewBox="0 0 11 12" aria-hidden="true">
        {[0, 1, 2].map((bar) => (
          <rect key={bar} x={bar * 4} y={8 - bar * 4} width="3" height={4 + bar * 4} className={bar < BARS[strength] ? 'on' : 'off'} />
        ))}
      </svg>
      {word(STRENGTH, strength)}
    </span>
  );
}
