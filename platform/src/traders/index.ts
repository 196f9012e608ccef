// Clauses: A5.
// In: files of market entities with the headings of the national register.
// Out: traders by code and by name; rejects and warnings to the two functions given.
// Invariant: a stored code holds both check characters; what a register said before stays beside what it says now.
export { TRADER_COLUMNS } from './columns.ts';
export { readTraders } from './read-traders.ts';
export { TRADER_STATUS_ALIASES } from './trader.ts';
export { TRADER_CODECS } from './exported.ts';
export { insertTraders, longestTrader, traderByCode, traderByName, tradersAfter } from './trader-store.ts';
