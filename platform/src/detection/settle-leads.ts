// Findings -> leads: the row of each touched lead, and in its history what the import did to it. A person's word is never overwritten.
import type { Held, ImportKind, Label, Lead, Screened } from '@zhijian/contract';
import { mergeLead, traderKey } from '@zhijian/engine';
import type { Tx } from '../kernel/index.ts';
import { licencesOfRight, rowsOfRight } from '../rights/index.ts';
import type { ChangedRight } from './build-register.ts';
import { findingsOf } from './finding-store.ts';
import {
  addEvents,
  type FoundLead,
  type LeadNews,
  leadsForUpdate,
  licenceNews,
  setStates,
  statusNews,
  type StoredLead,
  takeTouched,
  writeLeads,
} from './stored-leads.ts';

/** What the import was that changed the findings. */
export interface Cause {
  import_id: string;
  kind: ImportKind;
  changed: readonly ChangedRight[];
}

type Settling = Omit<Cause, 'changed'> & { changed: Changed };
type Findings = Awaited<ReturnType<typeof findingsOf>>;

const MOST_NEWS = 5;

/** By what a lead knows of its right: kind and number, or the number alone where the register did not have it. */
type Changed = ReadonlyMap<string, ChangedRight>;

/** What a settling writes, gathered so that each table is written once. */
interface Writes {
  leads: FoundLead[];
  explained: string[];
  events: LeadNews[];
}

export interface SettleLimits {
  /** At most so many leads. */
  limit: number;
  /**
   * Leads that are not there yet, and no others: while offers still come in, what is found is shown early, and what was there before
   * is told of once, at the end.
   */
  onlyNew: boolean;
}

/** Brings leads that the import touched up to date; returns how many there were. */
export const settleLeads = async (tx: Tx, cause: Cause, { limit, onlyNew }: SettleLimits): Promise<number> => {
  const ids = await takeTouched(tx, cause.import_id, limit, onlyNew);
  if (ids.length === 0) return 0;
  const stored = new Map((await leadsForUpdate(tx, ids)).map((lead) => [lead.lead_id, lead]));
  const found = Map.groupBy(await findingsOf(tx, ids), ({ lead_id }) => lead_id);
  const changed: Changed = new Map(
    cause.changed.flatMap((right) => [
      [right.number, right],
      [`${right.kind}\n${right.number}`, right],
    ]),
  );
  const writes: Writes = { leads: [], explained: [], events: [] };
  for (const id of ids) await settle(tx, { ...cause, changed }, id, stored.get(id) ?? null, found.get(id) ?? [], writes);
  await writeLeads(tx, writes.leads);
  await setStates(tx, writes.explained, 'explained');
  await addEvents(tx, writes.events);
  return ids.length;
};

const settle = async (tx: Tx, cause: Settling, id: string, before: StoredLead | null, findings: Findings, writes: Writes): Promise<void> => {
  const { import_id } = cause;
  const tell = (kind: LeadNews['kind'], detail: LeadNews['detail']) => void writes.events.push({ lead_id: id, kind, detail });
  const accusing = findings.filter(({ output }) => output === 'lead').map(({ line }) => JSON.parse(line) as Lead);
  if (accusing.length > 0) {
    const lead = mergeLead(accusing);
    const offers = lead.offers.length;
    const state = before === null || before.state === 'explained' ? 'open' : before.state;
    const { platform, shop, seller, code } = accusing[0]!.trader;
    const trader_key = traderKey({ platform, shop, seller, seller_code: code, item_id: accusing[0]!.offers[0]!.item_id });
    writes.leads.push({ lead, state, trader_key });
    if (before === null) return tell('opened', { import_id, offers });
    await tellNews(tx, cause, before, findings, tell);
    if (before.state === 'explained') tell('reopened', { import_id, offers });
    else if (offers > before.offers) tell('grew', { import_id, from: before.offers, to: offers });
    return;
  }
  // What was never a lead has no row: it is found among the screened and the held.
  if (before === null) return;
  await tellNews(tx, cause, before, findings, tell);
  if (before.state === 'explained') return;
  if (before.state === 'open') writes.explained.push(id);
  const of = (output: string) => findings.filter((one) => one.output === output);
  const [screened, held] = [of('screened'), of('held')];
  tell('explained', { import_id, screened: screened.length, held: held.length, reason: reasonOf(screened, held) });
};

/** Why nothing accuses any more, in the words of the first finding; null where there is no finding left. */
const reasonOf = (screened: Findings, held: Findings): Label | null => {
  if (screened.length > 0) return (JSON.parse(screened[0]!.line) as Screened).screened_by.reason;
  return held.length > 0 ? (JSON.parse(held[0]!.line) as Held).held_for.reason : null;
};

type Tell = (kind: LeadNews['kind'], detail: LeadNews['detail']) => void;

/** A new licence, or a new state of the right, as a note on a lead that was there before. */
const tellNews = async (tx: Tx, { kind, changed, import_id }: Settling, lead: StoredLead, findings: Findings, tell: Tell): Promise<void> => {
  const right = rightOf(lead, changed);
  if (right === null) return;
  const rows = await rowsOfRight(tx, right.kind, right.number, import_id);
  if (kind === 'rights' || rows.length > 0) {
    const events = statusNews(rows);
    tell('right_changed', { import_id, right, events: events.slice(-MOST_NEWS) });
  }
  if (kind === 'licences') {
    const brought = await licencesOfRight(tx, right.kind, right.number, import_id);
    const licences = brought.filter(({ entry }) => entry !== 'ended').map(licenceNews);
    // The end of a licence is no licence.
    if (licences.length === 0 && brought.length > 0) return;
    const screened = findings.filter(({ output }) => output === 'screened');
    tell('licence_added', { import_id, right, licences: licences.slice(0, MOST_NEWS), reason: reasonOf(screened, []) });
  }
};

/** The changed right that a lead is about: its own, or the one whose number was claimed when the register did not have it. */
const rightOf = ({ right_kind, right_number, claimed_number }: StoredLead, changed: Changed): ChangedRight | null =>
  changed.get(right_number === null ? (claimed_number ?? '') : `${right_kind}\n${right_number}`) ?? null;
