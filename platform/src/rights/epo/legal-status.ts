// An entry of INPADOC -> status, the day it took effect and the new holder, out of its code and, where the code leaves it open, its text.
import type { Day, PatentStatus, RightKind } from '@zhijian/contract';
import { decidingDay } from './days.ts';
import { CN_CODES, type Rule } from './inpadoc-cn.ts';
import { EP_CODES, US_CODES } from './inpadoc-ep-us.ts';
import type { LegalEntry } from './model.ts';
import { withoutUsPlace } from './us-places.ts';

const CODES: Record<string, Record<string, Rule>> = { CN: CN_CODES, EP: EP_CODES, US: US_CODES };

export interface LegalMeaning {
  status: PatentStatus | null;
  effective_on: Day | null;
  published_on: Day | null;
  known_on: Day | null;
  owner: string | null;
}

interface Facts {
  kind: Exclude<RightKind, 'trademark'>;
  filed: Day | null;
}

/**
 * What an entry means. A code of another office, an unknown one, or one whose text does not tell, has no status. Throws SetAside where an
 * entry with a status has a day that no calendar has; of other entries such a day is null.
 */
export const meaningOf = (entry: LegalEntry, facts: Facts): LegalMeaning => {
  const rule = Object.hasOwn(CODES, entry.country) && Object.hasOwn(CODES[entry.country]!, entry.code) ? CODES[entry.country]![entry.code]! : null;
  const days = daysOf(entry, rule !== null);
  const status = statusOf(rule, entry, { ...facts, ended: days.effective_on });
  // The gazette makes them: there is no earlier day.
  const effective_on = days.effective_on ?? (status === 'granted' || status === 'application_published' ? days.published_on : null);
  return { status, ...days, effective_on, owner: status === 'transferred' || status === 'name_change' ? holderIn(entry) : null };
};

/** Days that the texts of Chinese entries name. What an annuity's due day ended, ended then and not on the gazette's day (Impl. Regs 115). */
const NAMED_DAY =
  /\b(?:TERMINATION DATE|EFFECTIVE DATE OF (?:ABANDONING|REGISTRATION)|DATE OF CANCELLATION|RECORD DATE|EFFECTIVE DATE)\s*[:：]?\s*(\d{8})\b/i;

const daysOf = (entry: LegalEntry, decides: boolean) => {
  const day = (text: string | null | undefined, field: string) => {
    try {
      return decidingDay(text, field);
    } catch (error) {
      if (decides) throw error;
      return null;
    }
  };
  // The first day on which the EPO had it: a later exchange is only a repetition, and it was known before.
  const exchanged = entry.exchanged.filter((one) => one !== null).sort();
  return {
    effective_on: day(entry.effective ?? NAMED_DAY.exec(entry.free)?.[1], 'status_date'),
    published_on: day(entry.gazette, 'published_on'),
    known_on: exchanged[0] ?? null,
  };
};

const statusOf = (rule: Rule, entry: LegalEntry, facts: Facts & { ended: Day | null }): PatentStatus | null => {
  if (rule === null || typeof rule === 'string') return rule;
  if ('begun' in rule) return /\b(?:CANCELLATION|CANCELLED|DISCHARGED?|DISCHARGE)\b/i.test(entry.free) ? rule.ended : rule.begun;
  if (rule.read === 'termination') return termination(entry.free, facts);
  if (rule.read === 'invalidation') return invalidation(entry.free);
  if (rule.read === 'assignment') return assignment(entry.free);
  return discontinuation(entry.free);
};

const TERM = { invention: 20, utility_model: 10, design: 10 } as const;

/** 终止 of unstated cause: by its words, else by its day: from the end of the shortest term on it is the term, before it the unpaid annuity. */
const termination = (text: string, { kind, filed, ended }: Facts & { ended: Day | null }): PatentStatus | null => {
  if (/NON-?\s?PAYMENT|UNPAID|ANNUAL FEE|未缴年费/i.test(text)) return 'lapsed_unpaid_fee';
  if (/EXPIR(?:Y|ED|ATION)|期限届满|期满/i.test(text)) return 'expired_term';
  if (/ABANDON|放弃/i.test(text)) return 'abandoned';
  if (filed === null || ended === null) return null;
  return ended >= `${Number(filed.slice(0, 4)) + TERM[kind]}${filed.slice(4)}` ? 'expired_term' : 'lapsed_unpaid_fee';
};

/** C32 and C35 stand for both; the conclusion in the text tells, and one that says both or nothing does not. */
const invalidation = (text: string): PatentStatus | null => {
  const part = /\b(?:PARTIAL(?:LY)?|IN PART|PARTS? OF|MAINTAIN(?:S|ED|ING)?|ON THE BASIS OF CLAIMS?|CLAIMS? \d)|部分无效|维持/i.test(text);
  const full = /\b(?:(?:AS A )?WHOLE|WHOLLY|FULL(?:Y)?|ENTIRE(?:LY)?|ALL)\b|全部无效/i.test(text);
  return full === part ? null : full ? 'invalidated_full' : 'invalidated_part';
};

/** The USPTO records every conveyance under one code; a security is no change of owner. */
const assignment = (text: string): PatentStatus | null => {
  const kind = text.trim().toUpperCase();
  if (/^(?:RELEASE|TERMINATION|CORRECTIVE|CORRECTION|DISCHARGE)/.test(kind)) return null;
  if (/^(?:SECURITY|PATENT SECURITY|GRANT OF SECURITY|FIRST LIEN|SECOND LIEN|MORTGAGE|PLEDGE|COLLATERAL)/.test(kind)) return 'pledged';
  if (/^(?:ASSIGNMENT OF ASSIGNORS? INTEREST|NUNC PRO TUNC ASSIGNMENT|MERGER|ASSIGNMENT AND ASSUMPTION|COURT ORDER ASSIGNMENT)/.test(kind))
    return 'transferred';
  if (/^(?:CHANGE OF NAME|CHANGE OF ADDRESS|ENTITY CONVERSION|CONVERSION)/.test(kind)) return 'name_change';
  return /^(?:CONFIRMATORY LICEN[CS]E|EXCLUSIVE LICEN[CS]E|LICEN[CS]E)/.test(kind) ? 'licensed' : null;
};

const discontinuation = (text: string): PatentStatus | null => {
  if (/NON-?\s?PAYMENT|MAINTENANCE FEE/i.test(text)) return 'lapsed_unpaid_fee';
  return /EXPIRED? DUE TO TERM|END OF TERM/i.test(text) ? 'expired_term' : null;
};

/** Of a transfer or a change of name: who holds it after. */
const holderIn = ({ country, owner, free }: LegalEntry): string | null => {
  if (owner !== null) return country === 'US' ? withoutUsPlace(owner) : owner;
  const after = /\b(?:PATENTEE|PATENT HOLDER|APPLICANT|OWNER|PROPRIETOR)\s+AFTER\s*[:：]\s*([^;；]+)/i.exec(free)?.[1];
  return after?.trim() || null;
};
