/**
 * Anything of ours as text that gives the same again: JSON in which `~n1` is the bigint 1, `~~` begins a text that begins with `~`, and maps and sets are
 * objects of one entry.
 *
 * @throws Error for what would not come back as it was: functions and numbers that are none
 * @example toKeptText({ amount: 1n, of: new Map([['a', '~']]) }) // '{"amount":"~n1","of":{"~map":[["a","~~"]]}}'
 */
export const toKeptText = (value: unknown): string => JSON.stringify(value, (key, one: unknown) => {
  if (typeof one === 'bigint') return `~n${one}`
  if (typeof one === 'string') return one.startsWith('~') ? `~${one}` : one
  if (one instanceof Map) return { '~map': [...(one as Map<unknown, unknown>)] }
  if (one instanceof Set) return { '~set': [...(one as Set<unknown>)] }
  if (typeof one === 'function' || (typeof one === 'number' && !Number.isFinite(one))) throw new Error(`editions: "${key}" cannot be kept: ${String(one).slice(0, 40)}`)
  return one
})

/**
 * What a text keeps.
 *
 * @example readKeptText('{"amount":"~n1"}') // { amount: 1n }
 */
export const readKeptText = (text: string): unknown => JSON.parse(text, (_, one: unknown) => {
  if (typeof one === 'string') return one.startsWith('~n') ? BigInt(one.slice(2)) : one.startsWith('~') ? one.slice(1) : one
  if (typeof one !== 'object' || one === null) return one
  if ('~map' in one) return new Map(one['~map'] as [unknown, unknown][])
  return '~set' in one ? new Set(one['~set'] as unknown[]) : one
})
