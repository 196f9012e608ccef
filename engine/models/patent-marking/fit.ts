// Does the product have to do with the patent? Text alone can only say "clearly something else" or "not known".
import type { Offer, Right } from '@zhijian/contract';
import { goodsOf } from '../../text/goods.ts';

export const PACKAGING = /包装|瓶|盒|袋|罐|标贴|标签|容器/;

export interface Misfit {
  goods: string;
  about: string;
}

/**
 * The goods and the patent's title where both name goods of different Nice classes and share no word; null otherwise.
 * A packaging may hold anything, so it never misfits; a lock for bicycles may well be sold with a bicycle.
 */
export const misfit = (right: Right, offer: Offer): Misfit | null => {
  if (right.name === null || PACKAGING.test(right.name) || sharesWord(right, offer)) return null;
  const about = goodsOf({ ...offer, title: right.name, category: null });
  const goods = goodsOf(offer);
  if (about.main === null || goods.main === null || about.classes.length === 0 || goods.classes.length === 0) return null;
  return about.classes.some((nice) => goods.classes.includes(nice)) ? null : { goods: goods.main.text, about: right.name };
};

const han = (text: string | null): string[] => text?.normalize('NFKC').match(/[\u4e00-\u9fff]{2,}/g) ?? [];
const EMPTY_WORDS = new Set(['一种', '及其', '装置', '方法', '设备', '系统', '专利', '国家', '产品', '结构', '新型', '实用']);

/** True where title and patent's name share a word: two Han characters in a row, or a Latin word of four letters or more. */
export const sharesWord = (right: Right, offer: Offer): boolean => {
  const pairs = (text: string | null) => new Set(han(text).flatMap((run) => [...run].slice(1).map((_, i) => run.slice(i, i + 2))));
  const latin = (text: string | null) =>
    new Set(
      text
        ?.normalize('NFKC')
        .toLowerCase()
        .match(/[a-z]{4,}/g) ?? [],
    );
  const title = `${offer.title ?? ''} ${offer.category ?? ''}`;
  const named = pairs(right.name);
  for (const pair of pairs(title)) if (named.has(pair) && !EMPTY_WORDS.has(pair)) return true;
  const words = latin(right.name);
  for (const word of latin(title)) if (words.has(word) && word !== 'patent' && word !== 'patented') return true;
  return false;
};
