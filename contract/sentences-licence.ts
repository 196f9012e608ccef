// Sentences on licences, shared by the models.
import type { Label } from './vocabulary.ts';
import { REGION } from './vocabulary-page.ts';

export const LICENCE_SENTENCE = {
  valid: { zh: '“{who}”有许可，有效期 {from} 至 {to}', en: '"{who}" holds a licence from {from} to {to}' },
  valid_from: { zh: '“{who}”有许可，自 {from} 起，未写明终止日', en: '"{who}" holds a licence from {from}, with no last day stated' },
  valid_to: { zh: '“{who}”有许可，至 {to} 止，未写明起始日', en: '"{who}" holds a licence to {to}, with no first day stated' },
  valid_open: { zh: '“{who}”有许可，未写明期限', en: '"{who}" holds a licence with no term stated' },
  ended: { zh: '“{who}”的许可已于 {to} 到期，行为日为 {day}', en: 'the licence of "{who}" ended on {to}; the act is of {day}' },
  not_begun: { zh: '“{who}”的许可自 {from} 起生效，行为日为 {day}', en: 'the licence of "{who}" begins on {from}; the act is of {day}' },
  day_unknown: { zh: '“{who}”有许可，但行为日不明，无法核对期限', en: '"{who}" holds a licence, but the day of the act is not known' },
  production_unknown: {
    zh: '“{who}”的许可已于 {to} 到期，生产日期不明，无法核对商品是否在许可期内标注',
    en: 'the licence of "{who}" ended on {to}, and without the production day nobody can tell whether the goods were marked within it',
  },
  platform: {
    zh: '“{who}”的许可限于平台“{platform}”，销售在“{offered}”',
    en: 'the licence of "{who}" is for the platform "{platform}", the sale is on "{offered}"',
  },
  territory: { zh: '“{who}”的许可地域为{territory}，不含销售地{market}', en: 'the licence of "{who}" is for {territory}, not for {market}' },
  place_unknown: {
    zh: '“{who}”的许可仅限{territory}，销售地域须核实',
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

const PLACE: Record<string, Label> = {
  WORLD: { zh: '全球', en: 'the world' },
  CN: { zh: '中国', en: 'China' },
  HK: REGION['81']!,
  MO: REGION['82']!,
  TW: REGION['71']!,
};

/** A country or division code as people read it: 330000 is 浙江省, 3302 is 浙江省（3302）. Other countries keep their code. */
export const placeName = (code: string): Label => {
  const upper = code.trim().toUpperCase();
  const short = upper.replace(/^(\d{2})0000$/, '$1').replace(/^(\d{4})00$/, '$1');
  const province = /^\d{2,6}$/.test(short) ? (REGION as Record<string, Label>)[short.slice(0, 2)] : undefined;
  if (!province) return PLACE[upper] ?? { zh: upper, en: upper };
  return short.length === 2 ? province : { zh: `${province.zh}（${short}）`, en: `${province.en} (${short})` };
};
