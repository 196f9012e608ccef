// Clauses: D4, H1.
// In: a lead of the caller's body and a person's verdict with its reason. Out: the judgment as a row, the lead's new state, its history.
// Invariant: judgments are never changed or removed; an undo is a row of its own; the state of a judged lead follows the judgment that stands.
export { judgeLead } from './judge-lead.ts';
export { standingJudgment } from './judgment-store.ts';
export { undoJudgment } from './undo-judgment.ts';
