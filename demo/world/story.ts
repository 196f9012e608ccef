// A planted offer and what the law says of it. The expectation is written here first, from domain.md 2.4 and 3.6; no program was asked.
import type { WorldOffer } from './offer.ts';
import type { WorldRight } from './register.ts';

export interface Planted {
  story: string;
  /** What is told, Chinese then English. */
  note: string;
  offer: WorldOffer;
  /** Null where a number belongs to no right. */
  right: WorldRight | null;
  expect: 'lead' | 'screened' | 'held' | 'none';
  /** Of a lead the row of the decision table (`4>12`: a mistyped number, and the row of the patent that was meant); of screened and held the code of the reason. */
  rowOrCode: string;
}

type Outcome = readonly [expect: Planted['expect'], rowOrCode?: string];

/** Tells the variants of one story. */
export const tell =
  (story: string) =>
  (note: string, right: WorldRight | null, [expect, rowOrCode = '']: Outcome, offer: WorldOffer): Planted => ({
    story,
    note,
    offer,
    right,
    expect,
    rowOrCode,
  });
