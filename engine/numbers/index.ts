// Numbers of rights and of companies: read, checked, found in text. Pure; no register is asked here.
export { isReject, nearNumbers, parsePatentNumber, patentCheckCharacter } from './patent.ts';
export type { PatentNumber, PatentReject, PatentRejectCode } from './patent.ts';
export { parsePublicationNumber } from './publication.ts';
export type { PublicationNumber } from './publication.ts';
export { parseTrademarkNumber } from './trademark.ts';
export type { TrademarkNumber } from './trademark.ts';
export { type CreditCodeFault, creditCodeFaults, isUnifiedSocialCreditCode } from './credit-code.ts';
export { findPatentNumbers } from './find.ts';
export type { FoundNumber } from './find.ts';
export type { ForeignNumber } from './foreign.ts';
export { foldSpelling } from './spelling.ts';
export type { Folded } from './spelling.ts';
