import { encodeAbiParameters, encodeEventTopics, parseAbi } from 'viem'
import { expect, it } from 'vitest'
import { toPaidIn } from './paidIn'

const abi = parseAbi([
  'event Mint(address indexed sender, uint256 amount0, uint256 amount1)',
  'event Swap(address indexed sender, uint256 amount0In, uint256 amount1In, uint256 amount0Out, uint256 amount1Out, address indexed to)',
])
const v3 = parseAbi([
  'event Mint(address sender, address indexed owner, int24 indexed tickLower, int24 indexed tickUpper, uint128 amount, uint256 amount0, uint256 amount1)',
  'event Swap(address indexed sender, address indexed recipient, int256 amount0, int256 amount1, uint160 sqrtPriceX96, uint128 liquidity, int24 tick)',
])
const someone = `0x${'a'.repeat(40)}` as const
const topicsOf = (question: Parameters<typeof encodeEventTopics>[0]) => encodeEventTopics(question) as `0x${string}`[]
const dataOf = (types: string, values: readonly unknown[]) => encodeAbiParameters(types.split(' ').map((type) => ({ type })), values as never)

it('tells what was paid in, as viem writes the events of both exchanges', () => {
  const swap = { topics: topicsOf({ abi, eventName: 'Swap', args: { sender: someone, to: someone } }), data: dataOf('uint256 uint256 uint256 uint256', [0n, 7n, 5n, 0n]) }
  expect(toPaidIn(swap)).toEqual({ kind: 'swap', amounts: [0n, 7n] })
  const mint = { topics: topicsOf({ abi, eventName: 'Mint', args: { sender: someone } }), data: dataOf('uint256 uint256', [3n, 4n]) }
  expect(toPaidIn(mint)).toEqual({ kind: 'deposit', amounts: [3n, 4n] })
  // What a v3 pool pays out stands there as negative.
  const swapped = { topics: topicsOf({ abi: v3, eventName: 'Swap', args: { sender: someone, recipient: someone } }), data: dataOf('int256 int256 uint160 uint128 int24', [9n, -8n, 1n, 1n, -1]) }
  expect(toPaidIn(swapped)).toEqual({ kind: 'swap', amounts: [9n, 0n] })
  const provided = { topics: topicsOf({ abi: v3, eventName: 'Mint', args: { owner: someone, tickLower: -60, tickUpper: 60 } }), data: dataOf('address uint128 uint256 uint256', [someone, 100n, 5n, 6n]) }
  expect(toPaidIn(provided)).toEqual({ kind: 'deposit', amounts: [5n, 6n] })
})

it('tells nothing of other logs, and of those with another shape', () => {
  const mint = { topics: topicsOf({ abi, eventName: 'Mint', args: { sender: someone } }), data: dataOf('uint256', [3n]) }
  expect(toPaidIn(mint)).toBeNull()
  expect(toPaidIn({ topics: [`0x${'1'.repeat(64)}`], data: '0x' })).toBeNull()
  expect(toPaidIn({ topics: [], data: '0x' })).toBeNull()
})
