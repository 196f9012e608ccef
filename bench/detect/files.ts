// Marks and offers as the files that a person would import.
import { closeSync, openSync, writeSync } from 'node:fs';
import type { Offer } from '@zhijian/contract';
import { type Mark, numberOf } from './marks.ts';

/** The register as JSON lines, one row a mark. */
export const rightRows = (marks: readonly Mark[]): string =>
  marks
    .map(({ name, classes }, place) =>
      JSON.stringify({
        kind: 'trademark',
        number: numberOf(place),
        name,
        owner: `${name} (owner)`,
        office: 'CN',
        classes: classes.join(' '),
        grant_date: '2016-01-01',
        expiry_date: '2036-01-01',
        status: 'registered',
        status_date: '2016-01-01',
        known_on: '2026-11-01',
      }),
    )
    .join('\n');

/** One line; `page` in a column that detection only keeps. */
export const offerRow = ({ platform, item_id, title, brand, category, language, seller }: Offer, page: string | null): string => {
  const fields = { platform, item_id, title, brand, category, language, ...(seller === null ? {} : { seller }), captured_at: '2026-11-24' };
  return `${JSON.stringify({ ...fields, ...(page === null ? {} : { page }) })}\n`;
};

const CHUNK = 2_000;

export function writeOffers(file: string, offers: readonly Offer[]): void {
  const to = openSync(file, 'w');
  for (let i = 0; i < offers.length; i += CHUNK)
    writeSync(
      to,
      offers
        .slice(i, i + CHUNK)
        .map((offer) => offerRow(offer, null))
        .join(''),
    );
  closeSync(to);
}
