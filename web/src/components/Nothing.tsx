import type { ReactNode } from 'react';

/** An empty place: what would be here, and the one thing to do. */
export function Nothing({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="notice">
      <h2>{title}</h2>
      <p className="quiet">{text}</p>
      {children}
    </div>
  );
}
