import type { Query } from '../href'

/** Fewer are no comparison; more lines cannot be told apart. */
export const fewestCompared = 2
export const mostCompared = 6

/** The measure that is compared where nobody chooses. */
export const usualMetric = 'gini'

/** What an address may name, for whoever named something else. */
export const protocolsHelp = `${fewestCompared} to ${mostCompared} different slugs of protocols joined by commas, as in uniswap,compound`

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/**
 * Reads which protocols are compared, as an address names them.
 *
 * @returns their slugs in the order given; null for what names none, too few, too many, or one twice
 * @example readProtocols('uniswap,compound') // ['uniswap', 'compound']
 * @example readProtocols('uniswap') // null
 */
export function readProtocols(word: string): readonly string[] | null {
  const slugs = word.split(',')
  const isRight = slugs.length >= fewestCompared && slugs.length <= mostCompared && new Set(slugs).size === slugs.length && slugs.every((one) => one.length <= 60 && slug.test(one))
  return isRight ? slugs : null
}

/** What an address says of a comparison. */
export interface ChosenComparison {
  /** null or absent for the usual ones */
  protocols?: readonly string[] | null
  /** Id of a metric; null or absent for the usual one */
  metric?: string | null
}

/**
 * The same as links carry it: what is usual is left out.
 *
 * @example toComparisonQuery({ protocols: ['uniswap', 'compound'], metric: 'gini' }) // { protocols: 'uniswap,compound', metric: null }
 */
export const toComparisonQuery = ({ protocols, metric }: ChosenComparison): Query => ({ protocols: protocols?.join(',') ?? null, metric: metric === usualMetric ? null : (metric ?? null) })

/**
 * What boxes that were ticked come to: of protocols that are followed, each once, in the order of the list that they stand in.
 *
 * @param asked as they stand in the address: words that may themselves be joined by commas
 * @param known slugs of all that can be chosen
 * @returns no slugs where none was ticked; `problem` where they are too few or too many
 * @example toTicked(['curve', 'uniswap,nobody'], ['uniswap', 'curve']) // { slugs: ['uniswap', 'curve'], problem: null }
 */
export function toTicked(asked: readonly string[], known: readonly string[]): { slugs: string[]; problem: 'few' | 'many' | null } {
  const named = new Set(asked.flatMap((word) => word.split(',')))
  const slugs = known.filter((slug) => named.has(slug))
  return { slugs, problem: slugs.length > 0 && slugs.length < fewestCompared ? 'few' : slugs.length > mostCompared ? 'many' : null }
}
