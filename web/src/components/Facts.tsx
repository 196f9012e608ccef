import type { ReactNode } from 'react';

export interface Fact {
  name: string;
  value: ReactNode;
  /** The name comes from a file of others. */
  raw?: boolean;
}

/** Named facts, one a row. */
export function Facts({ facts, wide = false }: { facts: readonly Fact[]; wide?: boolean }) {
  return (
    <dl className={wide ? 'facts facts-wide' : 'facts'}>
      {facts.map(({ name, value, raw }) => (
        <div key={name}>
          <dt data-raw={raw ? '' : undefined}>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
