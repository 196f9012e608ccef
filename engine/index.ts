// The eyes of Zhijian, usable alone: no database, no network, no clock.
export { DEFAULT_STALE_DAYS, type DetectContext, detectOffer, mergeLead, MODELS, type OfferResult } from './detect/index.ts';
export { buildIndex, IndexBuilder, type IndexData } from './index/index-builder.ts';
export { buildRegister, INDEX_RELEASE, RegisterIndex } from './index/register-index.ts';
export {
  EARLIEST_FILED,
  addDays,
  addMonths,
  attachLicences,
  entryDay,
  foldLicences,
  foldRights,
  rightRow,
  statusOn,
  type StatusOn,
  traderKey,
  viewRight,
} from './rights/index.ts';
export {
  type CreditCodeFault,
  creditCodeFaults,
  isReject,
  parseOfficeCode,
  type PatentNumber,
  type PatentReject,
  parsePatentNumber,
  parsePctNumber,
  parsePublicationNumber,
  parseRegisterNumber,
  parseTrademarkNumber,
} from './numbers/index.ts';
export { fitTrademark, TRADEMARK_RELEASE_FILE } from './models/trademark/fit.ts';
