// Clauses: D4, A3, H2.
// In: who asks (set on the transaction) and what narrows the list. Out: the rows of the pages, as contract/operations.ts names them.
// Invariant: reads across the house and writes nothing; what another body owns is not there.
export { figures } from './figures.ts';
export { heldList, type PageQuery, screenedList } from './finding-list.ts';
export { importDetail, importList } from './import-list.ts';
export { leadDetail } from './lead-detail.ts';
export { leadList } from './lead-list.ts';
export { findRights, rightList, rightPage, type RightQuery } from './right-page.ts';
export { planClauses } from './plan.ts';
