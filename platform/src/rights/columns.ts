// Headings that mean a field of a right or a licence: Chinese registers and data services, domain.md 8.1 and 8.2, 8.7.
import type { Licence, RightRow } from '@zhijian/contract';
import type { Columns } from '../readers/index.ts';

export type RightField = Exclude<keyof RightRow, 'extra'>;
/** What a table says of a right beyond its row: it becomes the right's document, and further events. */
export type DocumentField =
  | 'publication_number'
  | 'publication_date'
  | 'grant_number'
  | 'claims'
  | 'abstract'
  | 'main_class'
  | 'ipc'
  | 'cpc'
  | 'locarno'
  | 'inventors'
  | 'legal_history'
  | 'published_first';
/** All that a heading of a table of rights can mean. */
export type RightHeading = RightField | DocumentField;
export type LicenceField = Exclude<keyof Licence, 'extra'>;
/** Beside a licence, what an office's list of entries says: transfers, recorded licences, pledges. */
export type EntryField = LicenceField | 'licence_term' | 'assignor' | 'assignee' | 'assignee_code' | 'right_name';

export const RIGHT_COLUMNS: Columns<RightHeading> = {
  kind: '权利种类 权利类型 知识产权类型 知识产权种类 专利类型 专利种类 类型 种类 right_kind right_type ip_type patent_type patType KindCodeDesc type',
  number: `
    号码 权利号 权利号码 专利号 申请号 申请(专利)号 专利申请号 注册号 商标注册号 申请/注册号 注册/申请号 注册号/申请号 申请号/注册号 商标号 注册证号 right_number
    patent_number patent_no application_number application_no appNumber registration_number registration_no reg_no trademark_number
    serial_number tm_no
  `,
  name: `
    名称 权利名称 商标名称 商标名 商标 商标文字 专利名称 发明名称 发明创造名称 标题 标题(中文) 题名 title mark mark_name mark_text trademark trademark_name tmName
    MarkVerbalElementText mark_identification invention_title
  `,
  owner: `
    权利人 权利人名称 当前权利人 专利权人 当前专利权人 当前申请(专利权)人 [标]当前申请(专利权)人 申请(专利权)人 商标权人 商标注册人 注册人 注册人名称 申请人 申请人名称 申请人名称(中文) 申请人名称(中/英)
    持有人 所有人 right_holder rightholder holder patentee proprietor registrant applicant applicant_name owner_name AssigneestringList
  `,
  owner_code: '权利人代码 权利人统一社会信用代码 统一社会信用代码 社会信用代码 信用代码 uscc owner_uscc credit_code',
  office: '受理局 受理机关 登记机关 注册机关 注册国家 authority office_code tmOffice',
  classes:
    '类别 国际分类 国际分类号 商标国际分类 商标类别 尼斯分类 尼斯类别 类别号 类号 class nice_class nice_classes international_class international_code',
  goods: `
    商品 商品/服务 商品服务 商品/服务列表 商品/服务列表(类似群) 商品/服务项目 商品服务项目 商品和服务 核定使用商品 核定使用商品/服务 核定使用商品/服务项目 核定商品 核定商品/服务 使用商品 指定商品
    goods_services goods_and_services approved_goods goods_list
  `,
  filing_date: '申请日 申请日期 提交日 application_date appDate filed filed_on',
  grant_date: `
    授权日 授权日期 授权公告日 授权公告日期 注册日 注册日期 注册公告日 注册公告日期 registration_date reg_date grantDate granted_on
    issue_date
  `,
  expiry_date: `
    届满日 期满日 有效期至 专用权期限 专用权期限至 专用权截止日期 专用权结束日期 专用权期限结束日期 专用权期间 商标专用权期限 专用期限
    专用期 预估到期日 到期日 到期日期 截止日期 有效期截止日 expireDate
    expiration_date expires_on valid_until
  `,
  paid_to: '年费缴至 年费缴纳至 已缴年费至 年费有效期至 缴费截止日 fee_paid_to annuity_paid_to fees_paid_to',
  status: `
    状态 法律状态 法律状态/事件 当前法律状态 最新法律状态 当前状态 权利状态 专利状态 商标状态 流程状态 商标流程状态 法律事件 简单法律状态 专利有效性 有效性 legal_status LegalStatusDesc lprs status_code event
    event_code tradeMarkStatus mark_status MarkCurrentStatusExternalDescriptionText
  `,
  status_date: '状态日 状态日期 状态生效日 法律状态生效日 生效日 生效日期 effective_on effective_date event_date MarkCurrentStatusDate',
  published_on: '公告日 公告日期 法律状态公告日 法律状态公告日期 事件公告日 公布日 published gazette_date LegalStatusDate',
  known_on: '知悉日 获知日 查询日 查询日期 检索日期 导出日期 打印日期 数据日期 数据截止日 快照日期 as_of snapshot_date retrieved_on queried_on',
  image: '图样 商标图样 商标图片 图片 图像 视图 image_url imageUri mark_image picture',
  publication_number: `
    公开(公告)号 公开/公告号 公布(公告)号 公开号 公告号 公布号 申请公布号 申请公开号 公开公告号码 文献号 pubNumber publication_no document_number
  `,
  publication_date: '公开(公告)日 公开(公告)日期 公开/公告日 公布(公告)日 公开日 公开日期 申请公布日 申请公布日期 申请公开日 pubDate',
  grant_number: '授权公告号 授权公布号 授权公告号码 授权号 grant_number grant_no grantNumber',
  claims: '主权项 权利要求 权利要求书 主权利要求 首项权利要求 首权 独立权利要求 claim first_claim main_claim',
  abstract: '摘要 摘要(中文) 摘要(译) 说明书摘要 专利摘要 简要说明 abs',
  main_class: '主分类号 主分类 IPC主分类号 IPC主分类 主IPC 主IPC分类号 mainIpc',
  ipc: '分类号 IPC分类号 IPC分类 国际专利分类号 专利分类号 副分类号 IPCList ipc_class',
  cpc: 'CPC分类号 CPC分类 cpc_class',
  locarno: '洛迦诺分类号 洛迦诺分类 LOC分类号 外观设计分类号 外观分类号 LOC locarno_class',
  inventors: '发明(设计)人 发明人 设计人 发明人名称 inventor inventorName InventorStringList',
  legal_history: 'PatentLegalHistory 法律状态历史 历史法律状态 法律状态信息 法律状态变更历史 legal_events legalEvents',
  published_first: '初审公告日期 初审公告日 初步审定公告日 初步审定公告日期 published_for_opposition_date',
};

export const LICENCE_COLUMNS: Columns<EntryField> = {
  right_kind: '权利种类 权利类型 知识产权类型 专利类型 种类 类型 kind right_type ip_type type',
  right_number: `
    权利号 权利号码 号码 专利号 申请号 注册号 商标注册号 商标号 number patent_number patent_no application_number registration_number
    registration_no trademark_number
  `,
  licensee: '被许可人 被许可人名称 被许可方 受许可人 被授权人 被授权方 授权商家 licensee_name licensed_to',
  licensee_code: '被许可人代码 被许可人统一社会信用代码 统一社会信用代码 社会信用代码 信用代码 licensee_uscc uscc credit_code',
  shop: '店铺 店铺名称 店名 网店 网店名称 授权店铺 shop_name store store_name',
  platform: '平台 平台名称 电商平台 授权平台 销售平台 site marketplace',
  territory: '地域 地域范围 许可地域 许可区域 授权区域 授权地域 区域 地区 territories region regions licensed_territory',
  classes: '类别 许可类别 商品类别 许可商品类别 国际分类 尼斯分类 class nice_class nice_classes',
  marking_consent: `
    同意标注 标注同意 是否同意标注 同意标注专利标识 是否同意标注专利标识 可否标注专利标识 consent_to_mark may_mark patent_marking_consent
  `,
  from: `
    起始日 起始日期 开始日 开始日期 许可起始日 许可起始日期 许可开始日期 授权起始日期 生效日 生效日期 自 start start_date from_date
    valid_from begins_on
  `,
  to: `
    终止日 终止日期 截止日 截止日期 结束日期 许可终止日 许可终止日期 许可截止日期 授权截止日期 到期日 到期日期 有效期至 至 end end_date
    to_date valid_to valid_until ends_on
  `,
  licence_term: `
    许可期限 许可期间 许可起止日期 许可有效期 许可使用期限 使用许可期限 授权期限 授权期间 合同期限 合同有效期 合同期间 licence_term license_term
    licence_period license_period
  `,
  licence_type: '许可种类 许可类型 许可方式 许可形式 许可性质 license_type licensing_type exclusivity',
  assignor: `
    让与人 转让人 出让人 转让方 许可人 许可方 变更前权利人 变更前专利权人 变更前申请人 变更前 原权利人 原专利权人 transferor licensor grantor
    assignor_name
  `,
  assignee: `
    受让人 受让方 受让人名称 变更后权利人 变更后专利权人 变更后申请人 变更后 新权利人 现权利人 现专利权人 transferee grantee assignee_name
  `,
  assignee_code: '受让人代码 受让人统一社会信用代码 受让方代码 assignee_uscc',
  entry: '备案类型 合同类型 登记类型 登记事项 事务类型 事件 法律事件 法律状态 变更类型 状态 entry_type event event_code legal_status contract_type',
  record_number: '备案号 备案编号 许可备案号 合同备案号 许可合同备案号 备案登记号 record_no recordal_number recordal_no',
  entry_date: `
    备案日 备案日期 登记日 登记日期 登记生效日 合同备案日期 备案生效日 变更日 变更日期 转让日 转让日期 注销日 注销日期 recorded_on recordal_date
    effective_on effective_date event_date transfer_date assignment_date
  `,
  published_on: '公告日 公告日期 法律状态公告日 转让公告日期 备案公告日 gazette_date published',
  known_on: '知悉日 查询日 查询日期 检索日期 导出日期 数据日期 as_of snapshot_date retrieved_on',
  right_name: '权利名称 专利名称 发明名称 商标名称 名称 title mark_name name',
};
