import type { ReactNode } from 'react';

/** Shows what came from outside (a title, a number, a name): words of the data, not of the product. */
export function Data({ children, className, title }: { children: ReactNode; className?: string; title?: string }) {
  return (
    <span data-raw="" className={className} title={title}>
      {children}
    </span>
  );
}
