// What exports write beside the records: headings of the tables that people open, and what is said of the column that the importer needs.
import type { Label } from './vocabulary.ts';

export const EXPORT_SENTENCE = {
  mark: {
    zh: '导出表中“{heading}”一列的原文；整行为新增时，此格留空',
    en: 'what the exported table had in the column "{heading}"; empty for a row that is new',
  },
  text: { zh: '文字', en: 'text' },
  number: { zh: '不带单位的整数', en: 'a whole number without a unit' },
} as const satisfies Record<string, Label>;

/** Headings of leads, screened and held as a table that people open. */
export const EXPORT_HEADING = {
  lead_id: { zh: '线索编号', en: 'lead' },
  state: { zh: '处理状态', en: 'state' },
  strength: { zh: '强度', en: 'strength' },
  because: { zh: '排除或待补充的原因', en: 'screened or held because' },
  reason: { zh: '理由', en: 'reason' },
  law: { zh: '法律依据', en: 'law' },
  act: { zh: '行为', en: 'act' },
  right_kind: { zh: '权利种类', en: 'kind of right' },
  right_number: { zh: '权利号码', en: 'number of the right' },
  right_name: { zh: '权利名称', en: 'name of the right' },
  right_owner: { zh: '权利人', en: 'owner' },
  claimed_number: { zh: '标注的号码', en: 'number claimed' },
  platform: { zh: '平台', en: 'platform' },
  shop: { zh: '店铺名称', en: 'shop' },
  seller: { zh: '卖方', en: 'seller' },
  seller_code: { zh: '卖方代码', en: 'code of the seller' },
  offers: { zh: '产品信息条数', en: 'offers' },
  title: { zh: '产品信息标题', en: 'title of the offer' },
  url: { zh: '产品信息链接', en: 'link to the offer' },
} as const satisfies Record<string, Label>;

/** Names of the sheets of exported workbooks. */
export const EXPORT_SHEET = {
  leads: { zh: '线索', en: 'leads' },
  screened: { zh: '已排除', en: 'screened' },
  held: { zh: '待补充', en: 'held' },
  rights: { zh: '权利', en: 'rights' },
  licences: { zh: '许可', en: 'licences' },
  decisions: { zh: '文书', en: 'decisions' },
  traders: { zh: '市场主体', en: 'traders' },
  offers: { zh: '产品信息', en: 'offers' },
} as const satisfies Record<string, Label>;

export const EXPORT_FORMAT = ['csv', 'xlsx', 'jsonl'] as const;
