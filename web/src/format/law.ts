import type { LawCitation } from '@zhijian/contract';

/** 《商标法》（2019）第五十七条第（二）项: the full title of a statute is shortened as the field does. */
export const citation = ({ text, article, item, version }: LawCitation): string =>
  `《${text.replace(/^中华人民共和国/, '')}》（${version}）${article}${item ?? ''}`;
