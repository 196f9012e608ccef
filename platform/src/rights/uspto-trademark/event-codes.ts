// Entries of a US trademark's history -> our words, by code and by what the entry itself says; only those from which a status follows.
// Source: code and description-text as they stand side by side in the records of the bulk files (samples/uspto-trademarks).
import type { TrademarkStatus } from '@zhijian/contract';

interface Entry {
  status: TrademarkStatus;
  code: RegExp;
  /** The beginning of its description: a code that means something else one day must not be misread. */
  says: RegExp;
}

const ENTRIES: readonly Entry[] = [
  { status: 'filed', code: /^(?:NWAP|REPR)$/, says: /^(?:NEW APPLICATION ENTERED|SN ASSIGNED FOR SECT 66A)/ },
  // A revived application goes on.
  { status: 'filed', code: /^(?:PETG|NREV)$/, says: /^(?:PETITION TO REVIVE-GRANTED|NOTICE OF REVIVAL)/ },
  { status: 'published', code: /^PUBO$/, says: /^PUBLISHED FOR OPPOSITION/ },
  { status: 'opposed', code: /^OP\.I$/, says: /^OPPOSITION INSTITUTED/ },
  { status: 'refused', code: /^ABN.$/, says: /^ABANDONMENT/ },
  { status: 'registered', code: /^R\.(?:PR|SR)$/, says: /^REGISTERED-(?:PRINCIPAL|SUPPLEMENTAL) REGISTER/ },
  { status: 'registered', code: /^(?:REN|RNL)\d$/, says: /^REGISTERED AND RENEWED/ },
  // Not where a class of several is cancelled.
  { status: 'cancelled', code: /^C\d/, says: /^CANCELLED SEC\. \d+(?! .*(?:PART|CLASS))/ },
  { status: 'expired', code: /^EXP/, says: /^EXPIRED/ },
];

/** Status by an entry of the history; null for one from which none follows. An assignment moves a right only once it is registered. */
export const statusOfEntry = (code: string, text: string | null, registered: boolean): TrademarkStatus | null => {
  if (text === null) return null;
  if (code === 'ASGN' && text.startsWith('AUTOMATIC UPDATE OF ASSIGNMENT')) return registered ? 'transferred' : null;
  return ENTRIES.find((entry) => entry.code.test(code) && entry.says.test(text))?.status ?? null;
};
