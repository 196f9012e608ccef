// What `right show` and the page say of a right in two times.
import type { Label } from './vocabulary.ts';

export const RIGHT_SENTENCE = {
  heading: { zh: '{kind} {number}（{office}）  {name}', en: '{kind} {number} ({office})  {name}' },
  state: { zh: '{on}：{state}', en: 'on {on}: {state}' },
  reason: { zh: '{status}', en: '{status}' },
  since: { zh: '自 {day} 起', en: 'since {day}' },
  published: { zh: '{day} 公告', en: 'published {day}' },
  as_known: { zh: '按 {day} 所知', en: 'as known on {day}' },
  register_read: { zh: '登记读取于 {day}', en: 'register read on {day}' },
  not_known: { zh: '按 {day} 所知，登记中还没有这项权利', en: 'as known on {day} the register did not have this right yet' },
  stale: {
    zh: '登记读取较早，可能已有变化，请重新查询后再作判断',
    en: 'the register was read long ago and may have changed: ask it again before judging',
  },
  fee_open: {
    zh: '应于 {due} 缴纳的年费未见缴纳：到 {until} 为止，权利仍可能自 {due} 起终止',
    en: 'the fee due on {due} is not shown as paid: until {until} the right may yet end as of {due}',
  },
  holder: { zh: '权利人：{owner}', en: 'holder: {owner}' },
  holder_unknown: { zh: '权利人：不详', en: 'holder: not known' },
  holder_first: { zh: '最早记载', en: 'first on record' },
  holder_from: { zh: '自 {day} 起', en: 'from {day}' },
  holder_seen: { zh: '{day} 的登记所载，未见转让记录', en: 'named by the register of {day}; no transfer is on record' },
  term_estimated: {
    zh: '期限届满日：{day}（推算；未计期末放弃声明、药品延长和未缴费）',
    en: 'term ends: {day} (estimated: terminal disclaimers, extensions for drugs and unpaid fees are not known)',
  },
  term_end: { zh: '期限届满日：{day}', en: 'term ends: {day}' },
  licence: { zh: '当日有效的许可：{licensee}', en: 'licence on that day: {licensee}' },
  open_licence: { zh: '当日处于开放许可', en: 'under an open licence on that day' },
  other_number: { zh: '其他号码：{numbers}', en: 'other numbers: {numbers}' },
  contradiction: {
    zh: '登记前后不一：{what}：{values}（以最后所知为准）',
    en: 'the register disagrees with itself: {what}: {values} (the last known counts)',
  },
  value_known: { zh: '{value}（{day} 所知）', en: '{value} (known {day})' },
  value: { zh: '{value}', en: '{value}' },
  event: {
    zh: '{status}：生效 {effective}，公告 {published}，所知 {known}',
    en: '{status}: effective {effective}, published {published}, known {known}',
  },
  decision: { zh: '{kind}  {number}  {result}', en: '{kind}  {number}  {result}' },
  decision_of: { zh: '{day}，{authority}', en: '{day}, {authority}' },
  decision_party: { zh: '{role}：{name}', en: '{role}: {name}' },
  decision_clause: { zh: '依据：{clause}', en: 'clause: {clause}' },
  decisions: { zh: '决定与判决（{count}）：', en: 'decisions ({count}):' },
  result_open: { zh: '结果未写明', en: 'result not stated' },
  later: { zh: '（当时尚不可知）', en: ' (could not be known then)' },
  no_day: { zh: '—', en: '—' },
} as const satisfies Record<string, Label>;

/** Facts whose values may contradict each other. */
export const RIGHT_FACT = {
  name: { zh: '名称', en: 'name' },
  filing_date: { zh: '申请日', en: 'filing date' },
  grant_date: { zh: '授权（注册）日', en: 'grant (registration) date' },
} as const satisfies Record<string, Label>;
