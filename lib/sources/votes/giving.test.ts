import { encodeAbiParameters, keccak256, parseAbiParameters, toBytes } from 'viem'
import { describe, expect, it } from 'vitest'
import { toVotesContract } from '@/tests/votesChain'
import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import { toVotesSource, votesSources } from './registry'

const [contract, ann, bob] = ['c', 'a', 'b'].map((digit) => `0x${digit.repeat(40)}`) as [Address, Address, Address]
const word = (value: Address | bigint) => `0x${(typeof value === 'bigint' ? value.toString(16) : value.slice(2)).padStart(64, '0')}` as const
const log = (signature: string, indexed: (Address | bigint)[], data: Log['data'] = '0x'): Log => ({
  address: contract, blockNumber: 1, blockHash: word(1n), logIndex: 0, topics: [keccak256(toBytes(signature)), ...indexed.map(word)], data,
})
const words = (...values: bigint[]) => encodeAbiParameters(values.map(() => parseAbiParameters('uint256')[0]), values)
const giverOf = (id: string, given: Log) => toVotesSource(id).giving.toGiver(given)

describe('who takes its votes in hand', () => {
  it('by a log that each source reads anyway', () => {
    for (const { id, giving, logs } of votesSources) expect(logs(toVotesContract(id, contract)).flatMap(({ topics }) => topics)).toContain(giving.topic)
  })

  it('a delegator, whoever it gives them to; who takes them back gives them to nobody', () => {
    const changed = 'DelegateChanged(address,address,address)'
    expect(giverOf('delegatedVotes', log(changed, [ann, 0n, bob]))).toBe(ann)
    expect(giverOf('delegatedVotes', log(changed, [ann, bob, ann]))).toBe(ann)
    expect(giverOf('delegatedVotes', log(changed, [ann, bob, 0n]))).toBeNull()
    expect(() => giverOf('delegatedVotes', log(changed, [ann]))).toThrow()
  })

  it('of AAVE only the power to vote counts, not that to propose', () => {
    const changed = 'DelegateChanged(address,address,uint8)'
    expect(giverOf('aaveVotes', log(changed, [ann, bob], words(0n)))).toBe(ann)
    expect(giverOf('aaveVotes', log(changed, [ann, bob], words(1n)))).toBeNull()
    expect(giverOf('aaveVotes', log(changed, [ann, 0n], words(0n)))).toBeNull()
  })

  it('whose lock grows', () => {
    expect(giverOf('voteEscrow', log('Deposit(address,uint256,uint256,int128,uint256)', [ann, 1_900_000_000n], words(5n, 1n, 1_700_000_000n)))).toBe(ann)
  })
})
