// Words for the kinds of rights.
import { RIGHT_KIND, type RightKind } from '@zhijian/contract';
import { wordKey, wordsOf } from '../readers/index.ts';

export const RIGHT_KIND_ALIASES: Record<RightKind, string> = {
  trademark: '注册商标 商标权 商标专用权 tm mark trade_mark registered_trademark trademarks',
  invention: '发明 发明专利权 发明公布 发明公开 发明授权 发明申请 发明专利申请 PCT发明 patent_for_invention utility_patent',
  utility_model: '实用新型 新型 新型专利 实用新型专利权 实用新型申请 PCT实用新型 um utility_model_patent',
  design: '外观设计 外观 外观专利 外观设计专利权 设计 industrial_design registered_design design_right',
};
const KINDS = wordsOf(RIGHT_KIND, RIGHT_KIND_ALIASES);
/** Words that leave it to the number whether it is an invention, a utility model or a design. */
const ANY_PATENT = new Set(['专利', '专利权', 'patent', 'patents', '中国专利'].map(wordKey));

/** A kind of right, 'patent' where the word leaves the kind open, null for another word. */
export const parseKind = (text: string): RightKind | 'patent' | null => KINDS.get(wordKey(text)) ?? (ANY_PATENT.has(wordKey(text)) ? 'patent' : null);
