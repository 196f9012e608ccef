// Rights, their status in two times, their licences, and who a trader is.
export { annuityUncertain } from './annuity.ts';
export { foldRights } from './fold.ts';
export { entryDay, foldLicences } from './fold-licences.ts';
export { rightRow } from './row.ts';
export { restoredAfter, statusOn } from './status.ts';
export type { StatusOn } from './status.ts';
export { viewRight } from './view.ts';
export { termEnd } from './patent-status.ts';
export { EARLIEST_FILED } from './us-term.ts';
export { addDays, addMonths, addYears } from './days.ts';
export { attachLicences, weighEarlier, weighLicences } from './licences.ts';
export type { LicenceVerdict, UseFacts } from './licences.ts';
export { isHolder, legalName, traderKey, traderOf } from './trader.ts';
