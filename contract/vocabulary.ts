// Closed lists. Every code has its Chinese and English label here and nowhere else.
// Sources: shared/domain.md 1.3 (patent status), 1.4 (trademark status), 2 (counterfeit patent), 3 (trademark).

export interface Label {
  zh: string;
  en: string;
}
type Vocabulary = Record<string, Label>;
const list = <T extends Vocabulary>(entries: T): T => entries;

export const RIGHT_KIND = list({
  trademark: { zh: '商标', en: 'trademark' },
  invention: { zh: '发明专利', en: 'invention patent' },
  utility_model: { zh: '实用新型专利', en: 'utility model patent' },
  design: { zh: '外观设计专利', en: 'design patent' },
});
export type RightKind = keyof typeof RIGHT_KIND;

export const PATENT_STATUS = list({
  application_published: { zh: '申请公布', en: 'application published' },
  in_examination: { zh: '实质审查', en: 'in examination' },
  refused: { zh: '驳回', en: 'refused' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
  granted: { zh: '授权', en: 'granted' },
  lapsed_unpaid_fee: { zh: '未缴年费终止', en: 'lapsed, annuity unpaid' },
  expired_term: { zh: '期限届满终止', en: 'term expired' },
  abandoned: { zh: '放弃', en: 'abandoned' },
  invalidation_decided_not_final: { zh: '无效宣告决定未生效', en: 'invalidation decided, not final' },
  invalidated_full: { zh: '宣告全部无效', en: 'invalidated in full' },
  invalidated_part: { zh: '宣告部分无效', en: 'invalidated in part' },
  revoked: { zh: '撤销', en: 'revoked' },
  restored: { zh: '权利恢复', en: 'restored' },
  transferred: { zh: '转移', en: 'transferred' },
  licensed: { zh: '许可备案', en: 'licence recorded' },
  license_ended: { zh: '许可备案注销', en: 'recorded licence ended' },
  open_license: { zh: '开放许可', en: 'open licence' },
  open_license_withdrawn: { zh: '开放许可撤回', en: 'open licence withdrawn' },
  pledged: { zh: '质押', en: 'pledged' },
  preserved: { zh: '保全', en: 'preserved by a court' },
  name_change: { zh: '著录事项变更', en: 'bibliographic change' },
  term_adjusted: { zh: '期限补偿', en: 'term adjusted' },
  term_extended: { zh: '药品专利期限补偿', en: 'term extended' },
});
export type PatentStatus = keyof typeof PATENT_STATUS;

export const TRADEMARK_STATUS = list({
  filed: { zh: '申请中', en: 'filed' },
  refused: { zh: '驳回', en: 'refused' },
  published: { zh: '初步审定公告', en: 'published for opposition' },
  registered: { zh: '注册', en: 'registered' },
  in_grace: { zh: '续展宽展期', en: 'in the renewal grace period' },
  expired: { zh: '期满未续展', en: 'expired' },
  cancelled: { zh: '撤销', en: 'cancelled' },
  invalidated: { zh: '宣告无效', en: 'invalidated' },
  surrendered: { zh: '注销', en: 'surrendered' },
  transferred: { zh: '转让', en: 'transferred' },
  licensed: { zh: '许可备案', en: 'licence recorded' },
  pledged: { zh: '质押', en: 'pledged' },
  opposed: { zh: '异议中', en: 'opposed' },
  pending_court: { zh: '诉讼中', en: 'before a court' },
});
export type TrademarkStatus = keyof typeof TRADEMARK_STATUS;
export type RightStatus = PatentStatus | TrademarkStatus;

export const LICENCE_TYPE = list({
  exclusive: { zh: '独占许可', en: 'exclusive licence' },
  sole: { zh: '排他许可', en: 'sole licence' },
  simple: { zh: '普通许可', en: 'simple licence' },
});
export type LicenceType = keyof typeof LICENCE_TYPE;

/** What an office's entry does to a licence that was there before. */
export const LICENCE_ENTRY = list({
  changed: { zh: '许可备案变更', en: 'licence changed' },
  ended: { zh: '许可备案注销', en: 'licence ended' },
});
export type LicenceEntry = keyof typeof LICENCE_ENTRY;

export const OFFER_KIND = list({
  online: { zh: '网络商品', en: 'online offer' },
  exhibit: { zh: '展品', en: 'exhibit' },
  declaration: { zh: '报关货物', en: 'customs declaration' },
  sighting: { zh: '线下发现', en: 'sighting' },
  service: { zh: '服务', en: 'service' },
});
export type OfferKind = keyof typeof OFFER_KIND;

export const OUTPUT = list({
  lead: { zh: '线索', en: 'lead' },
  held: { zh: '待补充', en: 'held' },
  screened: { zh: '已排除', en: 'screened' },
  none: { zh: '无', en: 'none' },
});
export type Output = keyof typeof OUTPUT;

export const STRENGTH = list({
  strong: { zh: '强', en: 'strong' },
  medium: { zh: '中', en: 'medium' },
  weak: { zh: '弱', en: 'weak' },
});
export type Strength = keyof typeof STRENGTH;

export const MODEL = list({
  'patent-marking': { zh: '假冒专利识别', en: 'counterfeit patent marking' },
  trademark: { zh: '商标侵权识别', en: 'trademark' },
  design: { zh: '外观设计识别（尚未提供）', en: 'design (not yet)' },
  'patent-claims': { zh: '发明与实用新型识别（尚未提供）', en: 'patent claims (not yet)' },
});
export type ModelName = keyof typeof MODEL;

export const SCOPE = list({
  goods: { zh: '商品或包装', en: 'goods or packaging' },
  page: { zh: '网页', en: 'page' },
});
export type Scope = keyof typeof SCOPE;

// domain.md 2.1, 2.2, 3.1. AD12a is the parallel rule of the Advertising Law; AUCL7 unfair competition.
export const ACT = list({
  CP1a: { zh: '在未被授予专利权的产品或包装上标注专利标识', en: 'patent sign on goods never granted a patent' },
  CP1b: { zh: '专利权终止或无效后继续标注专利标识', en: 'patent sign kept after the right ended' },
  CP1c: { zh: '未经许可标注他人的专利号', en: "another's patent number without permission" },
  CP3a: { zh: '在说明材料中将未被授予专利权的技术或设计称为专利', en: 'page text calls an ungranted technique or design patented' },
  CP3b: { zh: '将专利申请称为专利', en: 'a patent application called a patent' },
  CP3c: { zh: '在说明材料中使用他人的专利号', en: "another's patent number in page text" },
  CP4: { zh: '伪造或变造专利证书、文件', en: 'forged patent certificate or document' },
  CP5: { zh: '其他使公众混淆的行为', en: 'other acts that confuse the public' },
  AD12a: { zh: '广告涉及专利而未标明专利号和种类', en: 'advertised as patented without number and kind' },
  marking_irregular: { zh: '专利标识标注不规范', en: 'irregular patent marking' },
  T1: { zh: '同一种商品上使用相同商标', en: 'identical mark on the same goods' },
  T2: { zh: '使用近似商标或在类似商品上使用，容易导致混淆', en: 'similar mark or similar goods, likely to confuse' },
  T7: { zh: '给注册商标专用权造成其他损害', en: 'other damage to the exclusive right' },
  T_false_registration: { zh: '将未注册商标冒充注册商标', en: 'unregistered mark passed off as registered' },
  AUCL7: { zh: '混淆行为（店铺名称等）', en: 'confusion by a shop name or the like' },
});
export type Act = keyof typeof ACT;

export const ROLE = list({
  maker: { zh: '生产者', en: 'maker' },
  seller: { zh: '销售者', en: 'seller' },
  patentee: { zh: '权利人', en: 'right holder' },
  licensee: { zh: '被许可人', en: 'licensee' },
  unknown: { zh: '未知', en: 'unknown' },
});
export type Role = keyof typeof ROLE;

export const GOODS_RELATION = list({
  same: { zh: '同一种商品', en: 'same goods' },
  similar: { zh: '类似商品', en: 'similar goods' },
  other: { zh: '不类似商品', en: 'dissimilar goods' },
  unknown: { zh: '商品不明', en: 'goods not known' },
});
export type GoodsRelation = keyof typeof GOODS_RELATION;

// How a sign on an offer differs from the mark.
export const VARIANT = list({
  exact: { zh: '完全相同', en: 'identical' },
  width: { zh: '仅大小写、全半角不同', en: 'only case or width differs' },
  traditional: { zh: '繁简不同', en: 'traditional for simplified' },
  separator: { zh: '空格或符号不同', en: 'spaces or signs differ' },
  look_alike: { zh: '以形近字符替换', en: 'look-alike characters' },
  homophone: { zh: '以同音字替换', en: 'homophones' },
  substitute: { zh: '仅一个字或字母不同', en: 'one character replaced' },
  insert: { zh: '多一个字或字母', en: 'one character added' },
  delete: { zh: '少一个字或字母', en: 'one character missing' },
  transpose: { zh: '相邻字符对调', en: 'neighbouring characters swapped' },
});
export type Variant = keyof typeof VARIANT;

// Defences that text can show (domain.md 2.1 SH1/SH2, 2.4, 3.4). Also the codes of `screened_by`.
export const DEFENCE = list({
  licensed: { zh: '有许可', en: 'licensed' },
  own: { zh: '权利人自己的商品或店铺', en: "the right holder's own" },
  N1: { zh: '描述性使用', en: 'descriptive use' },
  N4: { zh: '指示性使用', en: 'nominative use' },
  N5: { zh: '转售权利人的正品', en: 'resale of genuine goods' },
  N11: { zh: '使用自己的注册商标', en: 'use of an own registered mark' },
  SH1: { zh: '权利终止前依法标注', en: 'marked lawfully before the right ended' },
  SH2: { zh: '销售者不知情且能说明合法来源', en: 'seller without knowledge who proves a lawful source' },
  exhaustion: { zh: '权利用尽', en: 'exhaustion' },
  marking_consent: { zh: '被许可人经同意标注', en: 'licensee with marking consent' },
  meaning_differs: { zh: '含义或首字明显不同', en: 'clearly different meaning or first character' },
});
export type DefenceCode = keyof typeof DEFENCE;

export const DEFENCE_RESULT = list({
  applies: { zh: '成立', en: 'applies' },
  fails: { zh: '不成立', en: 'does not apply' },
  open: { zh: '待查', en: 'open' },
});
export type DefenceResult = keyof typeof DEFENCE_RESULT;

// Why a match waits.
export const HELD = list({
  register_stale: { zh: '登记信息已超过有效期限，须重新查询', en: 'the register fact is too old: refresh it' },
  not_yet_visible: { zh: '可能尚未公布的申请，须再次查询', en: 'possibly an application not yet published: query again' },
  invalidation_not_final: { zh: '无效宣告决定尚未生效', en: 'the invalidation decision is not final' },
  marked_before_invalidation: { zh: '标注早于无效公告，须由人判断', en: 'marked before the invalidation was announced: a person decides' },
  annuity_uncertain: { zh: '年费缴纳情况不明（宽限期、恢复期内）', en: 'annuity uncertain (grace or restoration period)' },
  marking_consent: { zh: '须核实是否同意标注专利标识', en: 'consent to mark the patent not shown' },
  fit: { zh: '须比对产品与专利', en: 'the goods must be compared with the patent' },
  claims: { zh: '须查看权利要求', en: 'the claims must be read' },
  status_unknown: { zh: '权利状态不明', en: 'the status of the right is not known' },
  goods_class: { zh: '商品类别不明，无法核对许可范围', en: 'goods class unknown, the licence cannot be checked' },
  place_of_sale: { zh: '销售地域不明，无法核对许可地域', en: 'place of sale unknown, the licence territory cannot be checked' },
  act_date: { zh: '缺少行为日期', en: 'the day of the act is missing' },
  production_date: { zh: '缺少生产日期', en: 'the day of production is missing' },
  mark_in_dispute: { zh: '商标处于异议或诉讼中', en: 'the mark is opposed or in court' },
  own_registration: { zh: '卖方自有注册商标，应走无效或异议程序', en: "the seller's own registration: invalidation or opposition" },
  near_meaning: { zh: '仅近似且首字或含义明显不同，须由人复核', en: 'near, but first character or meaning clearly differs: review' },
  number_unreadable: { zh: '专利号无法辨认，须由人查看', en: 'the patent number cannot be read: look at it' },
  publication_number: { zh: '公开号不是专利号，须查询是否授权', en: 'a publication number is not a patent number: check the grant' },
});
export type HeldCode = keyof typeof HELD;

export const REJECT = list({
  required: { zh: '必填字段缺失', en: 'a required field is missing' },
  vocabulary: { zh: '不在允许的取值内', en: 'not one of the allowed values' },
  date: { zh: '日期无法识别', en: 'not a date' },
  number: { zh: '数字无法识别', en: 'not a number' },
  column_count: { zh: '列数与表头不符', en: 'column count differs from the header' },
  quote: { zh: '引号不成对', en: 'unbalanced quotes' },
  encoding: { zh: '编码错误', en: 'broken encoding' },
  json: { zh: 'JSON 无法解析', en: 'not JSON' },
  too_long: { zh: '记录过长', en: 'record too long' },
  truncated: { zh: '文件不完整', en: 'file cut short' },
  xml: { zh: 'XML 格式错误', en: 'not well-formed XML' },
  entity: { zh: 'XML 实体无法识别', en: 'unknown XML entity' },
  heading: { zh: '缺少必需的列', en: 'a required column is missing' },
  empty: { zh: '文件为空', en: 'file is empty' },
  right_number: { zh: '权利号码无法识别', en: 'not a number of such a right' },
  limit: { zh: '超过上限', en: 'over a limit' },
  damaged: { zh: '文件损坏', en: 'file damaged' },
  unsupported: { zh: '不读此类内容', en: 'not read in this form' },
  lost_digits: { zh: '数字已失去精度', en: 'digits were lost' },
});
export type RejectCode = keyof typeof REJECT;

export const label = (vocabulary: Vocabulary, code: string): Label => {
  const found = vocabulary[code];
  if (!found) throw new Error(`no label for code ${code}`);
  return found;
};

export const TEXT_FIELD = list({
  title: { zh: '标题', en: 'title' },
  description: { zh: '详情', en: 'description' },
  brand: { zh: '品牌', en: 'brand' },
  maker: { zh: '生产者', en: 'maker' },
  category: { zh: '类目', en: 'category' },
  shop: { zh: '店铺名称', en: 'shop name' },
  seller: { zh: '卖方', en: 'seller' },
  marking: { zh: '商品或包装上的文字', en: 'words on the goods' },
});

// What a match points at. A feature with weight 0 informs and does not move the score.
export const FEATURE = list({
  sign: { zh: '与商标相同或相近的文字', en: 'sign like the mark' },
  mark: { zh: '标识近似程度', en: 'likeness of the signs' },
  shape: { zh: '字形', en: 'look' },
  sound: { zh: '读音', en: 'sound' },
  first: { zh: '首字', en: 'first character' },
  goods: { zh: '商品接近程度', en: 'likeness of the goods' },
  goods_relation: { zh: '商品关系', en: 'relation of the goods' },
  act_date: { zh: '行为日', en: 'day of the act' },
  place: { zh: '使用位置', en: 'place of use' },
  distinctive: { zh: '显著性', en: 'distinctiveness' },
  origin_claim: { zh: '正品、原装等来源表述', en: 'claim of origin' },
  purpose_phrase: { zh: '适用、兼容等用途表述', en: 'purpose phrase' },
  other_brand: { zh: '另有自己的品牌', en: 'another brand of its own' },
  accessory: { zh: '商品是配件', en: 'the goods are an accessory' },
  status: { zh: '权利状态', en: 'status of the right' },
  registered_sign: { zh: '注册标记®', en: 'the sign ®' },
  clause: { zh: '条款权重', en: 'weight of the clause' },
  sales: { zh: '销量', en: 'sales' },
  patent_number: { zh: '专利号', en: 'patent number' },
  patent_word: { zh: '专利用语', en: 'words on patents' },
  check_character: { zh: '校验位', en: 'check character' },
  kind_claim: { zh: '所称专利种类', en: 'kind of patent claimed' },
  register: { zh: '登记查询结果', en: 'what the register has' },
  day_of_act: { zh: '行为日', en: 'day of the act' },
  actor: { zh: '行为人', en: 'who acts' },
});

export const LEAD_STATE = list({
  open: { zh: '待判断', en: 'to be judged' },
  explained: { zh: '已有说明', en: 'explained since' },
  suspected: { zh: '疑似', en: 'suspected' },
  not_infringing: { zh: '不构成', en: 'no infringement' },
  needs_evidence: { zh: '需补充证据', en: 'evidence needed' },
});

export const VERDICT = list({
  suspected_infringement: { zh: '疑似侵权', en: 'suspected infringement' },
  suspected_counterfeit_patent: { zh: '疑似假冒专利', en: 'suspected counterfeit patent' },
  not_infringing: { zh: '不构成', en: 'no infringement' },
  needs_evidence: { zh: '需补充证据', en: 'evidence needed' },
});

/** The verdicts that fit an act, in the order in which a person is offered them: of a patent's marking, or of a mark and the like. */
export const VERDICTS_OF = (act: string | null): (keyof typeof VERDICT)[] => [
  act !== null && (/^CP/.test(act) || act === 'AD12a' || act === 'marking_irregular') ? 'suspected_counterfeit_patent' : 'suspected_infringement',
  'not_infringing',
  'needs_evidence',
];

/** The reasons a judgment must choose from, per verdict. */
export const JUDGMENT_REASON = list({
  same_mark_same_goods: { zh: '相同商标、同一种商品，无许可', en: 'same mark, same goods, no licence' },
  similar_mark_confusing: { zh: '商标近似或商品类似，容易导致混淆', en: 'similar mark or goods, likely to confuse' },
  no_valid_patent: { zh: '未被授予专利权或号码不存在', en: 'no patent was granted, or no such number' },
  patent_ended: { zh: '专利权已终止或无效后仍标注', en: 'marked after the patent ended or was invalidated' },
  anothers_patent: { zh: '使用他人专利号', en: "another's patent number" },
  marking_irregular: { zh: '标注不规范', en: 'irregular marking' },
  lawful_use: { zh: '属正当使用', en: 'lawful use' },
  licensed_or_genuine: { zh: '有许可或为正品', en: 'licensed or genuine' },
  not_similar: { zh: '不近似或商品不类似', en: 'not similar' },
  wrong_match: { zh: '比对有误', en: 'the comparison is wrong' },
  status_to_check: { zh: '须核实权利状态', en: 'status of the right to be checked' },
  seller_to_identify: { zh: '须查明经营主体', en: 'the trader to be identified' },
  goods_to_see: { zh: '须查看实物或更多图片', en: 'the goods or more pictures to be seen' },
});
export type JudgmentReason = keyof typeof JUDGMENT_REASON;

export const REASONS_OF: Record<keyof typeof VERDICT, readonly JudgmentReason[]> = {
  suspected_infringement: ['same_mark_same_goods', 'similar_mark_confusing'],
  suspected_counterfeit_patent: ['patent_ended', 'no_valid_patent', 'anothers_patent', 'marking_irregular'],
  not_infringing: ['lawful_use', 'licensed_or_genuine', 'not_similar', 'wrong_match'],
  needs_evidence: ['status_to_check', 'seller_to_identify', 'goods_to_see'],
};

// Who works with it: plan F1-F4.
export const BODY_KIND = list({
  national_office: { zh: '国家局', en: 'national office' },
  local_office: { zh: '地方局', en: 'local office' },
  rights_help_center: { zh: '维权援助中心', en: 'rights-help centre' },
  protection_center: { zh: '保护中心', en: 'protection centre' },
});

export const ACCOUNT_ROLE = list({
  officer: { zh: '办案人员', en: 'officer' },
  administrator: { zh: '管理员', en: 'administrator' },
});

// What may happen to a lead.
export const LEAD_EVENT = list({
  opened: { zh: '产生线索', en: 'opened' },
  grew: { zh: '新增产品信息', en: 'more offers' },
  explained: { zh: '已有说明（许可或权利状态）', en: 'explained' },
  reopened: { zh: '重新打开', en: 'reopened' },
  licence_added: { zh: '新增许可', en: 'a licence was added' },
  right_changed: { zh: '权利信息变化', en: 'the right changed' },
  judged: { zh: '人工判断', en: 'judged' },
  undone: { zh: '撤回判断', en: 'judgment undone' },
});

export const IMPORT_KIND = list({
  rights: { zh: '权利', en: 'rights' },
  licences: { zh: '许可', en: 'licences' },
  decisions: { zh: '文书（判决、处罚、裁决、无效决定）', en: 'decisions' },
  traders: { zh: '市场主体', en: 'market entities' },
  offers: { zh: '产品或服务信息', en: 'offers' },
});

export const IMPORT_STATE = list({
  waiting: { zh: '等待', en: 'waiting' },
  reading: { zh: '读取中', en: 'reading' },
  detecting: { zh: '检测中', en: 'detecting' },
  done: { zh: '完成', en: 'done' },
  failed: { zh: '失败', en: 'failed' },
});

/** The bodies of the demo. Marked 演示 wherever their names are shown. */
export const DEMO_BODY = [
  { name: '演示·浙江省宁波市知识产权局', region: '3302', kind: 'local_office', login: 'ningbo', person: '演示·宁波办案人员' },
  { name: '演示·广东省佛山市市场监督管理局', region: '4406', kind: 'local_office', login: 'foshan', person: '演示·佛山办案人员' },
] as const satisfies readonly { name: string; region: string; kind: keyof typeof BODY_KIND; login: string; person: string }[];
