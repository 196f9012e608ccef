// Sentences of the trademark model, one or more a row of domain.md 3.6. A shopkeeper must understand each at first reading.
export const TRADEMARK_SENTENCE = {
  // Part sentences: what the sign is, what the goods are.
  sign_same: {
    zh: '{place}中的“{text}”与注册商标“{mark}”（{classes}）相同',
    en: '"{text}" in the {place} is the registered mark "{mark}" ({classes})',
  },
  sign_written: {
    zh: '{place}中的“{text}”是注册商标“{mark}”（{classes}）的另一种写法（{variant}）',
    en: '"{text}" in the {place} is the registered mark "{mark}" ({classes}) in another spelling ({variant})',
  },
  sign_near: {
    zh: '{place}中的“{text}”与注册商标“{mark}”（{classes}）近似（{variant}）',
    en: '"{text}" in the {place} is close to the registered mark "{mark}" ({classes}): {variant}',
  },
  sign_part: {
    zh: '{place}中的“{text}”是注册商标“{mark}”（{classes}）的主要部分',
    en: '"{text}" in the {place} is a main part of the registered mark "{mark}" ({classes})',
  },
  class: { zh: '第{list}类', en: 'class {list}' },
  class_unknown: { zh: '类别未注明', en: 'class not stated' },
  goods_same: { zh: '商品相同（{goods}）', en: 'the goods are the same ({goods})' },
  goods_similar: { zh: '商品类似（{goods}）', en: 'the goods are similar ({goods})' },
  goods_other: { zh: '商品不类似（{goods}）', en: 'the goods are not similar ({goods})' },
  goods_unknown: { zh: '商品类别不明，暂按可能相同处理', en: 'the goods are not known and taken as possibly the same' },
  goods_by_class: { zh: '{term}，同在第{nice}类', en: '{term}, both in class {nice}' },
  goods_same_class: {
    zh: '商品同在第{nice}类（{term}；登记未列具体商品，按同类处理）',
    en: 'the goods are in the same class {nice} ({term}; the register lists no goods and they are taken as the same)',
  },
  goods_same_class_only: {
    zh: '商品同在第{nice}类（登记未列具体商品，按同类处理）',
    en: 'the goods are in the same class {nice} (the register lists no goods and they are taken as the same)',
  },
  goods_by_term: { zh: '{term}，第{nice}类', en: '{term}, class {nice}' },

  // Rows.
  lead: { zh: '{sign}；{goods}；未见许可。', en: '{sign}; {goods}; no licence found.' },
  lead_licence_fails: { zh: '{sign}；{goods}；{licence}。', en: '{sign}; {goods}; {licence}.' },
  shop_only: {
    zh: '店铺名称含注册商标“{mark}”（{classes}），所售为其他品牌的商品；{goods}。',
    en: 'the shop name holds the registered mark "{mark}" ({classes}) while goods of another brand are sold; {goods}.',
  },
  screened_own: { zh: '卖方即商标权人“{owner}”。', en: 'the seller is the owner of the mark, "{owner}".' },
  screened_genuine: {
    zh: '标明的生产者即商标权人“{owner}”，视为权利人的商品。',
    en: 'the stated maker is the owner of the mark, "{owner}": taken as the owner\'s goods.',
  },
  screened_licensed: { zh: '{licence}，可使用商标“{mark}”。', en: '{licence}, so the mark "{mark}" may be used.' },
  screened_nominative_phrase: {
    zh: '“{text}”在“{phrase}”中说明用途，{why}，属指示性使用。',
    en: '"{text}" in "{phrase}" tells the purpose and {why}: nominative use.',
  },
  screened_nominative_accessory: {
    zh: '“{text}”说明{term}适配的设备，{why}，属指示性使用。',
    en: '"{text}" names the device that the {term} goes with and {why}: nominative use.',
  },
  why_other_brand: { zh: '商品另有品牌“{brand}”', en: 'the goods have a brand of their own, "{brand}"' },
  why_accessory: { zh: '商品是配件（{term}）', en: 'the goods are an accessory ({term})' },
  screened_descriptive: {
    zh: '“{text}”在此是普通词语，说明商品本身，属描述性使用。',
    en: '"{text}" is an ordinary word here that describes the goods: descriptive use.',
  },
  screened_meaning: {
    zh: '“{text}”与“{mark}”仅部分相同，首字明显不同，一般不致混淆。',
    en: '"{text}" and "{mark}" share a part, but the first character clearly differs: confusion is not likely.',
  },
  held_near: {
    zh: '品牌“{text}”与注册商标“{mark}”（{classes}）接近但未达近似标准，须由人复核。',
    en: 'the brand "{text}" comes near the registered mark "{mark}" ({classes}) without reaching the threshold: a person reviews.',
  },
  held_licence: { zh: '{sign}；{licence}，须先补充。', en: '{sign}; {licence}: to be supplied first.' },
  held_dispute: {
    zh: '注册商标“{mark}”在行为日处于异议或诉讼中，暂缓判断。',
    en: 'the mark "{mark}" was opposed or in court on the day of the act: held.',
  },
  held_doubt: {
    zh: '注册商标“{mark}”在行为日是否有效不能确定：{doubt}。',
    en: 'whether the mark "{mark}" was in force on the day of the act is not certain: {doubt}.',
  },
  held_own_registration: {
    zh: '卖方“{seller}”自有注册商标“{own}”，应通过无效或异议程序处理。',
    en: 'the seller "{seller}" has "{own}" registered: a matter for invalidation or opposition.',
  },
  false_registration: {
    zh: '“{text}”旁标有注册标记®，登记范围内没有该标识的有效注册。',
    en: '"{text}" bears the sign ® and the loaded register, which is stated to be complete, has no live registration of it.',
  },
  day_assumed: { zh: '网页未注明采集日期，按判断日 {day} 适用法律', en: 'the page has no capture day; the law of the judging day {day} is applied' },
  status_assumed: { zh: '登记表未注明状态，按有效处理', en: 'the register states no status; taken as in force' },
  in_grace: { zh: '商标处于续展宽展期', en: 'the mark is in its renewal grace period' },

  // Defences weighed.
  defence_own_fails: {
    zh: '卖方与商标权人的名称、代码不一致（店铺名称不作证明）',
    en: "the seller's name and code are not the owner's (a shop name proves nothing)",
  },
  defence_licence_none: { zh: '未见给予该卖方的许可', en: 'no licence to this seller was found' },
  defence_nominative_fails: { zh: '不是用途说明：{why}', en: 'not a statement of purpose: {why}' },
  why_not_bound: { zh: '“{text}”前后没有指向设备的用途表述', en: 'no purpose phrase governs "{text}"' },
  why_no_brand: { zh: '商品没有自己的品牌，也不是配件', en: 'the goods have no brand of their own and are no accessory' },
  why_origin_claim: { zh: '“{text}”旁有来源表述“{claim}”', en: '"{claim}" beside "{text}" claims its origin' },
  why_brand_field: { zh: '品牌栏即填写该商标', en: 'the brand field itself names the mark' },
  defence_resale_open: { zh: '若为正品转售，须由卖方说明来源', en: 'if genuine goods are resold, the seller may show their source' },
  defence_source_open: {
    zh: '销售者不知情且能证明合法取得并说明提供者的，仅责令停止销售',
    en: 'a seller without knowledge who proves lawful purchase and names the supplier is only ordered to stop',
  },
} as const;
