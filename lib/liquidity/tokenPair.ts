import type { TokenPair } from '../domain/pool'

/** Nothing of either token. */
export const noTokens: TokenPair = [0n, 0n]

/** @example addPair([1n, 2n], [3n, 4n]) // [4n, 6n] */
export const addPair = (a: TokenPair, b: TokenPair): TokenPair => [a[0] + b[0], a[1] + b[1]]

/** @example subtractPair([4n, 6n], [3n, 4n]) // [1n, 2n] */
export const subtractPair = (a: TokenPair, b: TokenPair): TokenPair => [a[0] - b[0], a[1] - b[1]]

/** Of each token the lesser amount. @example lesserPair([1n, 5n], [2n, 3n]) // [1n, 3n] */
export const lesserPair = (a: TokenPair, b: TokenPair): TokenPair => [a[0] < b[0] ? a[0] : b[0], a[1] < b[1] ? a[1] : b[1]]

/** @example isNothing([0n, 0n]) // true */
export const isNothing = (pair: TokenPair): boolean => pair[0] === 0n && pair[1] === 0n
