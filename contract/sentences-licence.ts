// Sentences on licences, shared by the models.
export const LICENCE_SENTENCE = {
  valid: { zh: '“{who}”有许可，有效期 {from} 至 {to}', en: '"{who}" holds a licence from {from} to {to}' },
  ended: { zh: '“{who}”的许可已于 {to} 到期，行为日为 {day}', en: 'the licence of "{who}" ended on {to}; the act is of {day}' },
  not_begun: { zh: '“{who}”的许可自 {from} 起生效，行为日为 {day}', en: 'the licence of "{who}" begins on {from}; the act is of {day}' },
  day_unknown: { zh: '“{who}”有许可，但行为日不明，无法核对期限', en: '"{who}" holds a licence, but the day of the act is not known' },
  territory: { zh: '“{who}”的许可地域为 {territory}，不含销售地 {market}', en: 'the licence of "{who}" is for {territory}, not for {market}' },
  place_unknown: {
    zh: '“{who}”的许可仅限 {territory}，销售地域须核实',
    en: 'the licence of "{who}" is for {territory} only; the place of sale must be checked',
  },
  class: {
    zh: '“{who}”的许可限第 {classes} 类，商品属第 {goods} 类',
    en: 'the licence of "{who}" is for class {classes}; the goods are in class {goods}',
  },
  class_unknown: {
    zh: '“{who}”的许可限第 {classes} 类，商品类别不明',
    en: 'the licence of "{who}" is for class {classes}; the goods class is not known',
  },
  none: { zh: '未见许可', en: 'no licence found' },
} as const;
