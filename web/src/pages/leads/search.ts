// What the address of the list says. A word that no list knows is dropped, so that a mangled link still opens.
import { ACT, LEAD_SORT, LEAD_STATE, type LeadQuery, RIGHT_KIND, STRENGTH } from '@zhijian/contract';

export interface LeadSearch {
  /** Open leads where it is missing. */
  state?: keyof typeof LEAD_STATE | 'all';
  strength?: keyof typeof STRENGTH;
  act?: keyof typeof ACT;
  kind?: keyof typeof RIGHT_KIND;
  platform?: string;
  q?: string;
  sort?: (typeof LEAD_SORT)[number];
  /** The chosen lead. */
  lead?: string;
}

const oneOf = <Word extends string>(words: readonly string[], value: unknown): Word | undefined =>
  typeof value === 'string' && words.includes(value) ? (value as Word) : undefined;
// The router reads `?lead=12` as a number; an id or a word to look for may be all digits.
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

export const readLeadSearch = (search: Record<string, unknown>): LeadSearch => {
  const read = {
    state: oneOf([...Object.keys(LEAD_STATE), 'all'], search['state']),
    strength: oneOf(Object.keys(STRENGTH), search['strength']),
    act: oneOf(Object.keys(ACT), search['act']),
    kind: oneOf(Object.keys(RIGHT_KIND), search['kind']),
    platform: text(search['platform']),
    q: text(search['q']),
    sort: oneOf(LEAD_SORT, search['sort']),
    lead: text(search['lead']),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as LeadSearch;
};

/** The question to the API: open leads, most urgent first, unless the address says otherwise. */
export const leadQueryOf = ({ state = 'open', lead: _, ...rest }: LeadSearch): LeadQuery => ({
  ...rest,
  ...(state === 'all' ? {} : { state }),
  sort: rest.sort ?? 'urgent',
});

/** What narrows the list beside its state; without any, an empty list means that the work is done. */
export const narrows = ({ strength, act, kind, platform, q }: LeadSearch): boolean =>
  [strength, act, kind, platform, q].some((value) => value !== undefined);
