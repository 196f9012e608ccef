// Sentences of the patent-marking model, one or more a row of domain.md 2.4. A shopkeeper must understand each at first reading.
export const PATENT_SENTENCE = {
  // Parts.
  place_goods: { zh: '商品或包装上', en: 'on the goods or packaging' },
  place_page: { zh: '页面上', en: 'on the page' },
  named: { zh: '{number}（{kind}“{name}”）', en: '{number} ({kind} "{name}")' },
  named_short: { zh: '{number}（{kind}）', en: '{number} ({kind})' },
  on_day: { zh: ' {day} ', en: 'on {day}' },
  earlier: { zh: '此前', en: 'earlier' },
  kind_technical: { zh: '技术专利', en: 'technology patent' },

  // Rows 2 to 6: no number, a wrong number, a number that the register does not have.
  row_2: { zh: '页面上写有“{text}”，但没有写明专利号和专利种类。', en: 'the page says "{text}" without the patent number and kind.' },
  row_2_shape: {
    zh: '页面上的专利号“{text}”位数不对，不是有效的专利号。',
    en: 'the patent number "{text}" on the page has the wrong length and is no patent number.',
  },
  row_3: { zh: '商品或包装上标有“{text}”，但没有专利号。', en: 'the goods or packaging say "{text}" without a patent number.' },
  row_3_shape: {
    zh: '商品或包装上的专利号“{text}”位数不对，不是有效的专利号。',
    en: 'the patent number "{text}" on the goods or packaging has the wrong length and is no patent number.',
  },
  row_pending: {
    zh: '{place}写有“{text}”，即只是专利申请，但没有写明申请种类、申请号和“专利申请，尚未授权”。',
    en: 'the words "{text}" {place} speak of an application only, without its kind, its number and 专利申请，尚未授权.',
  },
  row_unreadable: {
    zh: '{place}的专利号“{text}”无法辨认，须由人查看。',
    en: 'the patent number "{text}" {place} cannot be read: a person must look at it.',
  },
  row_4: {
    zh: '{place}的专利号 {number} 写错了：{slip}，登记中的专利是 {near}。按该专利看：{inner}',
    en: 'the patent number {number} {place} is mistyped: {slip}; the register has {near}. As to that patent: {inner}',
  },
  slip_check: { zh: '末位校验位“{given}”应为“{right}”', en: 'the check character "{given}" should be "{right}"' },
  slip_replaced: { zh: '第{position}位“{given}”应为“{right}”', en: 'character {position}, "{given}", should be "{right}"' },
  slip_swapped: { zh: '第{position}位与第{next}位对调', en: 'characters {position} and {next} are swapped' },
  row_5_check_digit: {
    zh: '{place}的专利号 {number} 不成立：校验位应为“{check}”，登记中也没有相近且相符的专利。',
    en: 'the patent number {number} {place} cannot exist: its check character should be "{check}", and the register has no near number that fits.',
  },
  row_5_type_digit: {
    zh: '{place}的专利号 {number} 不成立：种类数字不是 1、2、3、8、9。',
    en: 'the patent number {number} {place} cannot exist: its type digit is none of 1, 2, 3, 8, 9.',
  },
  row_5_year: {
    zh: '{place}的专利号 {number} 不成立：没有这一年份的此种号码（{year}）。',
    en: 'the patent number {number} {place} cannot exist: there are no such numbers of the year {year}.',
  },
  row_5_future_date: {
    zh: '{place}的专利号 {number} 不成立：年份 {year} 尚未到来。',
    en: 'the patent number {number} {place} cannot exist: the year {year} has not come.',
  },
  row_6: {
    zh: '{place}的专利号 {number} 在登记中查不到，而登记收录了 {year} 年全部{kind}。',
    en: 'the patent number {number} {place} is not in the register, which holds every {kind} of {year}.',
  },
  row_6w: {
    zh: '专利号 {number} 在登记中查不到，但可能是尚未公布的申请，须再次查询。',
    en: 'the patent number {number} is not in the register, but may be an application not yet published: query again.',
  },
  row_6h: {
    zh: '专利号 {number} 不在已载入的登记范围内，未作判断。',
    en: 'the loaded register does not cover the patent number {number}; nothing is said of it.',
  },
  publication: {
    zh: '{place}的“{number}”是公开号，不是专利号；须查询该申请是否已授权。',
    en: '"{number}" {place} is a publication number, not a patent number: check whether the application was granted.',
  },
  publication_granted: {
    zh: '“{number}”是授权公告号，登记中无法据此核对。',
    en: '"{number}" is the publication number of a grant; the register cannot be searched by it.',
  },
  row_28: {
    zh: '{place}把外国专利号 {number} 称为中国专利（“{text}”）。',
    en: 'the foreign patent number {number} {place} is called a Chinese patent ("{text}").',
  },
  row_29: { zh: '{number} 已注明为外国专利。', en: '{number} is named as a foreign patent.' },

  // Row 0, unknown status, missing days.
  row_0: {
    zh: '登记信息截至 {known}，距判断日 {judged} 已超过 {limit} 天，须重新查询后再判断（专利 {number}）。',
    en: 'the register fact is of {known}, more than {limit} days before {judged}: query patent {number} again first.',
  },
  row_0_number: {
    zh: '登记信息截至 {known}，距判断日 {judged} 已超过 {limit} 天，须重新查询专利号 {number}。',
    en: 'the register is of {known}, more than {limit} days before {judged}: query the number {number} again first.',
  },
  status_unknown: {
    zh: '登记中有专利 {number}，但其在行为日的法律状态不明。',
    en: 'the register has patent {number}, but not its status on the day of the act.',
  },
  status_doubt: {
    zh: '登记中有专利 {number}，但其在 {day} 的法律状态不能确定：{doubt}。',
    en: 'the register has patent {number}, but its status on {day} is not certain: {doubt}.',
  },
  act_date: {
    zh: '专利 {number}已于{since}终止或无效（{reason}），但页面没有采集日期，须补充。',
    en: 'patent {number} ended or was invalidated {since} ({reason}), but the page has no capture day: supply it.',
  },

  before_filing: {
    zh: '专利 {number}{filed}才申请，{place}的号码却标为 {day} 之事，两个日期不能都对，须核实。',
    en: 'patent {number} was filed {filed}, yet its number {place} is said to be of {day}: one of the two days is wrong.',
  },
  in_year: { zh: ' {year} 年', en: 'in {year}' },

  // Applications.
  row_7: {
    zh: '{number}是专利申请，已按规定注明“专利申请，尚未授权”。',
    en: '{number} is an application and is marked so, with the words that the rules ask for.',
  },
  row_8: {
    zh: '{number}是尚未授权的专利申请，{place}只写“{text}”，没有写明申请种类、申请号和“专利申请，尚未授权”。',
    en: '{number} is an application not yet granted; the words "{text}" {place} lack the kind, the number or 专利申请，尚未授权.',
  },
  row_7_dead: {
    zh: '{number}是专利申请，{place}按规定注明了“专利申请，尚未授权”，但该申请已于{since}{reason}。',
    en: '{number} is an application and is marked so {place} as the rules ask, but it was {reason} {since}.',
  },
  row_8_dead: {
    zh: '专利申请 {number}已于{since}{reason}，{place}仍写作申请（“{text}”），也没有写明申请种类、申请号和“专利申请，尚未授权”。',
    en: 'the application {number} was {reason} {since}, yet the words "{text}" {place} speak of one, and lack the kind, the number or 专利申请，尚未授权.',
  },
  row_9: {
    zh: '{number}只是专利申请，{day} 时尚未授权，{place}却写作专利（“{text}”）。',
    en: '{number} is only an application, not granted on {day}, yet it is called a patent {place} ("{text}").',
  },
  row_10: {
    zh: '专利申请 {number}已于{since}{reason}，{place}却写作专利（“{text}”）。',
    en: 'the application {number} was {reason} {since}, yet it is called a patent {place} ("{text}").',
  },

  // Invalidated.
  row_18: {
    zh: '专利 {number}已被决定宣告无效，但决定尚未生效，暂缓判断。',
    en: 'patent {number} was decided to be invalid, but the decision is not final: held.',
  },
  row_15_goods: {
    zh: '专利 {number}已于{since}公告全部无效，商品在 {day} 生产时仍标注该专利。',
    en: 'patent {number} was announced as invalid in full {since}; the goods made on {day} still bear it.',
  },
  row_15_page: {
    zh: '专利 {number}已于{since}公告全部无效，{day} 的页面仍称其为专利。',
    en: 'patent {number} was announced as invalid in full {since}; the page of {day} still calls it a patent.',
  },
  row_15_before: {
    zh: '专利 {number}于{since}公告全部无效，此行为在公告之前（{day}）。',
    en: 'patent {number} was announced as invalid in full {since}; this was before ({day}).',
  },
  row_15_unknown: {
    zh: '专利 {number}已于{since}公告全部无效；商品标有该专利，但生产日期不明，须补充。',
    en: 'patent {number} was announced as invalid in full {since}; the goods bear it and their production day is not known: supply it.',
  },
  row_16: {
    zh: '专利 {number}于{since}公告全部无效，商品在此之前（{day}）标注、之后销售，须由人判断。',
    en: 'patent {number} was announced as invalid in full {since}; the goods were marked before ({day}) and sold after: a person decides.',
  },
  row_17: {
    zh: '专利 {number}被宣告部分无效，须查看余下的权利要求是否涵盖该商品。',
    en: 'patent {number} is invalid in part: whether the remaining claims cover the goods must be read.',
  },

  // Ended.
  row_14: {
    zh: '登记信息截至 {known}，其后专利 {number}的年费于 {due} 到期，是否已缴不明（宽限期、恢复期内），须在 8 个月后再查。',
    en: 'the register fact is of {known}; the annuity of patent {number} fell due on {due} and may be unpaid (grace and restoration): look again after 8 months.',
  },
  row_14_unpaid: {
    zh: '专利 {number}的年费只缴至 {paid}，{day} 处于宽限期或恢复期内，权利是否终止不明，须在 8 个月后再查。',
    en: 'the annuity of patent {number} is paid through {paid} only; {day} lies in the grace or restoration period: look again after 8 months.',
  },
  row_11: {
    zh: '专利 {number}于{since}终止（{reason}），商品在此之前（{day}）生产；终止前依法标注的商品可以继续销售，须有生产日期的证明。',
    en: 'patent {number} ended {since} ({reason}); the goods were made before ({day}). Goods marked lawfully before the end may be sold; the production day must be shown.',
  },
  row_12_goods: {
    zh: '专利 {number}已于{since}终止（{reason}），商品在 {day} 生产时仍标注该专利。',
    en: 'patent {number} ended {since} ({reason}); the goods made on {day} still bear it.',
  },
  row_12_page: {
    zh: '专利 {number}已于{since}终止（{reason}），{day} 的页面仍称其为专利。',
    en: 'patent {number} ended {since} ({reason}); the page of {day} still calls it a patent.',
  },
  restored_goods: {
    zh: '专利 {number}曾于{since}终止（{reason}），后于 {restored} 恢复；商品标有该专利，生产于其间或生产日期不明（{made}），须由人判断。',
    en: 'patent {number} ended {since} ({reason}) and was restored on {restored}; the goods bear it and were made between, or on an unknown day ({made}): a person decides.',
  },
  restored_page: {
    zh: '专利 {number}曾于{since}终止（{reason}），后于 {restored} 恢复；{day} 的页面在其间称其为专利，须由人判断。',
    en: 'patent {number} ended {since} ({reason}) and was restored on {restored}; the page of {day}, between the two, calls it a patent: a person decides.',
  },
  made_unknown: { zh: '不明', en: 'not known' },
  row_13: {
    zh: '专利 {number}已于{since}终止（{reason}），商品上标有该专利，但生产日期不明，须查明生产批次。',
    en: 'patent {number} ended {since} ({reason}); the goods bear it and their production day is not known: ask for the batch.',
  },

  // In force.
  row_20: {
    zh: '专利 {number}有效，商品来自权利人或被许可人“{who}”，转售不再受限。',
    en: 'patent {number} is in force and the goods come from the owner or licensee "{who}": resale is free.',
  },
  row_21: { zh: '专利 {number}有效，{licence}，并经同意标注专利标识。', en: 'patent {number} is in force; {licence}, with consent to mark it.' },
  row_22: {
    zh: '专利 {number}有效，{licence}，但未见同意标注专利标识的证明。',
    en: 'patent {number} is in force; {licence}, but consent to mark it is not shown.',
  },
  row_22_refused: {
    zh: '专利 {number}有效，{licence}，但许可记录写明不同意标注专利标识，须核实。',
    en: 'patent {number} is in force; {licence}, but the licence is recorded as without consent to mark it: to be checked.',
  },
  row_22_licence: { zh: '专利 {number}有效，{licence}，须先补充。', en: 'patent {number} is in force; {licence}: to be supplied first.' },
  row_23: {
    zh: '专利 {number}有效并属卖方，但商品（{goods}）似与专利（{about}）无关，须比对。',
    en: "patent {number} is in force and the seller's, but the goods ({goods}) seem to have nothing to do with it ({about}): compare.",
  },
  row_19_maker: {
    zh: '专利 {number}属“{owner}”，生产者“{who}”既不是权利人，也未见许可。',
    en: 'patent {number} belongs to "{owner}"; the maker "{who}" is not the owner and no licence was found.',
  },
  row_19_brand: {
    zh: '专利 {number}属“{owner}”，商品却用卖方自己的品牌“{who}”，未见许可。',
    en: 'patent {number} belongs to "{owner}"; the goods bear the seller\'s own brand "{who}" and no licence was found.',
  },
  row_19_licence: { zh: '专利 {number}属“{owner}”；{licence}。', en: 'patent {number} belongs to "{owner}"; {licence}.' },
  row_19_then: {
    zh: '专利已于{since}终止，商品在 {day} 生产时有效：{inner}',
    en: 'the patent ended {since} and was in force when the goods were made on {day}: {inner}',
  },
  row_19u: {
    zh: '专利 {number}有效，生产者和品牌不明，未见不妥。',
    en: 'patent {number} is in force; maker and brand are not known and nothing speaks against the offer.',
  },
  row_19u_fit: {
    zh: '专利 {number}有效，但商品（{goods}）似与专利（{about}）无关，须比对。',
    en: 'patent {number} is in force, but the goods ({goods}) seem to have nothing to do with it ({about}): compare.',
  },
  row_27: {
    zh: '专利 {number}是包装的外观设计（“{name}”），页面却称内容物为专利（“{text}”），须比对。',
    en: 'patent {number} is the design of a packaging ("{name}"), but the page calls the content patented ("{text}"): compare.',
  },
  row_24: {
    zh: '专利 {number}是{kind}，{place}却写作{claimed}（“{text}”）。',
    en: 'patent {number} is a {kind}, but is called a {claimed} {place} ("{text}").',
  },
  row_25: {
    zh: '专利 {number}有效，{place}没有写明专利种类（应为{kind}）。',
    en: 'patent {number} is in force, but its kind ({kind}) is not stated {place}.',
  },
  row_26: {
    zh: '专利 {number}似为方法专利，{place}没有写明商品系依照专利方法获得，须查看权利要求。',
    en: 'patent {number} seems to be a process, and nothing {place} says that the goods were obtained by it: read the claims.',
  },
  row_30: { zh: '专利 {number}有效，标注相符。', en: 'patent {number} is in force and is marked as it should be.' },

  // Defences weighed, assumptions made.
  defence_source_open: {
    zh: '卖方如不知情且能证明合法来源，仅责令停止销售',
    en: 'a seller without knowledge who proves a lawful source is only ordered to stop',
  },
  defence_before_end: {
    zh: '商品在专利权终止前生产，生产日期须有证明',
    en: 'the goods were made before the patent ended; the production day must be shown',
  },
  defence_after_end: { zh: '商品在专利权终止后生产', en: 'the goods were made after the patent ended' },
  defence_production_open: {
    zh: '如能证明商品在专利权终止前生产，则可继续销售',
    en: 'goods shown to have been made before the patent ended may be sold',
  },
  day_assumed: { zh: '页面未注明采集日期，按判断日 {day} 计', en: 'the page has no capture day; the judging day {day} is taken' },
  with_note: { zh: '{reason}（{note}）', en: '{reason} ({note})' },
  captured_later: {
    zh: '注意：采集日期 {day} 晚于判断日 {judged}，须核实',
    en: 'note: the capture day {day} is later than the judging day {judged}; check it',
  },
  law_not_loaded: {
    zh: '行为日 {day} 早于所载法规的最早文本，未引条文',
    en: 'the act of {day} is older than the oldest text loaded; no article is cited',
  },
  check_computed: { zh: '页面未写校验位，按计算补为“{check}”', en: 'the check character was not written; "{check}" is computed' },
} as const;
