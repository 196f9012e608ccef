import type { ReactNode } from 'react';

export interface Fact {
  name: string;
  value: ReactNode;
  /** The name comes from a file of others. */
  raw?: boolean;
  /** Needs a line of its own where facts stand in columns. */
  wide?: boolean;
}

/** Named facts, one a row. */
export function Facts({ facts, wide = false }: { facts: readonly Fact[]; wide?: boolean }) {
  return (
    <dl className={wide ? 'facts facts-wide' : 'facts'}>
      {facts.map(({ name, value, raw, wide: own }) => (
        <div key={name} className={own ? 'fact-wide' : undefined}>
          <dt data-raw={raw ? '' : undefined}>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
