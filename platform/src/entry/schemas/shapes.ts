// The few shapes that all schemas are made of.
import { type Static, type TSchema, Type } from 'typebox';

/** One of a closed list of the contract. */
export const Code = <V extends Record<string, unknown>>(vocabulary: V) =>
  Type.Unsafe<keyof V & string>({ type: 'string', enum: Object.keys(vocabulary) });

export const OneOf = <const V extends readonly string[]>(values: V) => Type.Unsafe<V[number]>({ type: 'string', enum: [...values] });

export const Nullable = <T extends TSchema>(schema: T) => Type.Unsafe<Static<T> | null>({ anyOf: [schema, { type: 'null' }] });

// A type of two is plain for the writer of JSON, where anyOf makes it try each.
export const TextOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'] });
export const NumberOrNull = Type.Unsafe<number | null>({ type: ['number', 'null'] });

export const Text = Type.String();
/** What a person types: bounded, and without what no text of the database holds (NUL, half a surrogate pair). */
export const Typed = (maxLength: number, minLength = 0) => Type.String({ minLength, maxLength, pattern: '^[^\\u0000\\ud800-\\udfff]*$' });

export const Label = Type.Object({ zh: Type.String(), en: Type.String() });
export const TextByName = Type.Unsafe<Record<string, string>>({ type: 'object', additionalProperties: { type: 'string' } });
export const Anything = Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true });

/** Whether two types say the same: `true` or a compiler's error where it is asked. */
export type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
