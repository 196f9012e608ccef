// The order in which the matches of a lead are read: first the one that the lead's own sentence speaks of, then by weight.
import type { Lead, Match, Strength } from '@zhijian/contract';

const RANK: Record<Strength, number> = { strong: 3, medium: 2, weak: 1 };
const rank = ({ strength }: Match): number => (strength === null ? 0 : RANK[strength]);

/** All matches of the lead, the decisive one first. */
export const inOrder = (lead: Pick<Lead, 'matches' | 'reason' | 'score'>): Match[] => {
  const decides = (match: Match) => Number(match.reason.zh === lead.reason.zh && match.score === lead.score);
  return [...lead.matches].sort((a, b) => decides(b) - decides(a) || rank(b) - rank(a) || b.score - a.score);
};
