// The eyes of Zhijian, usable alone: no database, no network, no clock.
export { attachLicences, DEFAULT_STALE_DAYS, type DetectContext, detectOffer, mergeLead, MODELS, type OfferResult } from './detect/index.ts';
export { buildIndex, buildRegister, type IndexData, RegisterIndex } from './index/register-index.ts';
export { foldRights } from './rights/index.ts';
