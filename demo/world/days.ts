// The world's days. Nothing here asks a clock.

/** The day on which the world is judged; every expectation holds for this day. */
export const JUDGED_ON = '2026-11-24';
/** The day before it: the last day of the licence that ended "yesterday". */
export const YESTERDAY = '2026-11-23';
/** The register was queried on this day, well within the 180 days after which a fact accuses no more. */
export const KNOWN_ON = '2026-11-20';
