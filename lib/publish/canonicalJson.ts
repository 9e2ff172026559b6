/** What JSON can hold; numbers must be whole, as only their writing is the same everywhere. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/**
 * JSON in the one form that RFC 8785 gives it: names in the order of their UTF-16 units, no blanks. Made for hashing.
 *
 * @throws RangeError for a number that is not a safe integer: figures are strings in what is hashed
 * @example toCanonicalJson({ b: [1, null], a: 'ä' }) // '{"a":"ä","b":[1,null]}'
 */
export function toCanonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`toCanonicalJson: ${value} is not a whole number; write it as a string`)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(toCanonicalJson).join(',')}]`
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${toCanonicalJson(value[name]!)}`).join(',')}}`
}

const isList = (value: readonly Json[] | object): value is readonly Json[] => Array.isArray(value)
