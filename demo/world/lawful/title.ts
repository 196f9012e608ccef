// Titles with the noise of real ones: brackets, emoji, full width, English, prices, specs in any place.
import type { Random } from '../random.ts';
import { BACK, FRONT, type Ware } from './wares.ts';

/** `core`: what must stand together, as 鹮舟 蓝牙耳机. */
export const titleOf = (random: Random, ware: Ware, core: string, price: number): string => {
  const says = random.shuffle(ware.says).slice(0, 1 + random.below(3));
  const spec = random.pick(ware.specs);
  const parts = [core, ...says, ...(random.once(3) ? [] : [random.once(7) ? fullWidth(spec) : spec])];
  if (random.once(3)) parts.unshift(random.pick(FRONT));
  if (!random.once(3)) parts.push(random.pick(BACK));
  if (random.once(12)) parts.push(`仅￥${price}`);
  return parts.join(random.once(9) ? '' : ' ');
};

const fullWidth = (text: string): string =>
  [...text].map((one) => (one > ' ' && one <= '~' ? String.fromCharCode(one.charCodeAt(0) + 0xfee0) : one)).join('');

/** A price as one of the platforms writes it. */
export const priceText = (random: Random, yuan: number): string =>
  random.pick([`¥${yuan.toLocaleString('en-US')}.00`, `${yuan}元`, `${yuan}`, `￥${yuan}.9`, `${yuan}.80`]);

export const salesText = (random: Random): string => random.pick(['', '', '12', '300+', '1.5万', '2000+', '87', '1万+', '5']);

export const priceOf = (random: Random, { price: [low, high] }: Ware): number => low + random.below(high - low + 1);

/** A day of the four weeks before the judged day, the judged day included. */
export const dayOf = (random: Random): string => (random.once(2) ? '2026-11-24' : `2026-11-${String(1 + random.below(24)).padStart(2, '0')}`);
