// Amounts as exports write them: in the units of their currency for people, stored as the count of its smallest unit.
import { type Codec, NUMBER } from './exported.ts';
import { parseMoney } from './money.ts';

/** An amount as it is written in its currency. `currency`: the field that names it. */
export const moneyIn = (currency: string): Codec => {
  const codec: Codec = {
    ...NUMBER,
    show(value, other) {
      const written = [2, 0, 3].map((places) => decimal(value as number, places));
      return written.find((text) => codec.read(text, other) === value) ?? String(value);
    },
    read: (text, other) => parseMoney(text, other(currency) as string | null, 'CN')?.amount ?? null,
    shown: true,
  };
  return codec;
};

const decimal = (amount: number, places: number): string => {
  const digits = String(amount).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
};
