// Headings that mean a field of a market entity: the national register's pages and data services that copy them (domain.md 8.4).
import type { Columns } from '../readers/index.ts';

export type TraderField =
  | 'code'
  | 'name'
  | 'type'
  | 'legal_representative'
  | 'capital'
  | 'capital_currency'
  | 'founded_on'
  | 'term'
  | 'term_from'
  | 'term_to'
  | 'authority'
  | 'status'
  | 'address'
  | 'scope'
  | 'known_on';

export const TRADER_COLUMNS: Columns<TraderField> = {
  code: '统一社会信用代码 社会信用代码 统一社会信用代码/注册号 信用代码 统一信用代码 企业信用代码 uscc credit_code social_credit_code',
  name: '名称 企业名称 公司名称 单位名称 字号名称 经营者名称 市场主体名称 主体名称 company company_name enterprise_name entity_name',
  type: '类型 企业类型 公司类型 主体类型 市场主体类型 经济性质 company_type enterprise_type',
  legal_representative: `
    法定代表人 法人 法人代表 法定代表人姓名 负责人 经营者 经营者姓名 投资人 执行事务合伙人 法定代表人/负责人 legal_person operator
  `,
  capital: '注册资本 注册资金 出资额 成员出资总额 注册资本(万元) registered_capital',
  capital_currency: '注册资本币种 出资币种 capital_currency_code',
  founded_on: '成立日期 成立时间 注册日期 设立日期 成立日 founded established_on establishment_date',
  term: '营业期限 经营期限 合伙期限 operating_period business_term',
  term_from: '营业期限自 营业期限起 经营期限自 营业开始日期 营业期限起始日期 valid_from',
  term_to: '营业期限至 营业期限止 经营期限至 营业结束日期 营业期限终止日期 valid_to',
  authority: '登记机关 登记机构 注册机关 主管机关 registration_authority',
  status: '登记状态 经营状态 企业状态 状态 主体状态 registration_status',
  address: '住所 注册地址 地址 经营场所 主要经营场所 企业地址 registered_address',
  scope: '经营范围 业务范围 许可经营项目 business_scope',
  known_on: '知悉日 查询日 查询日期 检索日期 导出日期 打印日期 数据日期 数据截止日 as_of snapshot_date retrieved_on',
};
