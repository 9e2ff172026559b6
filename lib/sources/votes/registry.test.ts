import { readdirSync } from 'node:fs'
import path from 'node:path'
import { keccak256, toBytes } from 'viem'
import { describe, expect, it } from 'vitest'
import { locales } from '../../domain/text'
import { toVotesContract } from '@/tests/votesChain'
import { toVotesSource, votesSources } from './registry'
import type { VotesSource } from './votesSource'

/** The events of each source, as its contracts' source code has them. */
const signatures: Record<string, readonly string[]> = {
  delegatedVotes: ['DelegateChanged(address,address,address)', 'DelegateVotesChanged(address,uint256,uint256)'],
  voteEscrow: ['Deposit(address,uint256,uint256,int128,uint256)', 'Withdraw(address,uint256,uint256)'],
  aaveVotes: ['DelegateChanged(address,address,uint8)', 'Upgraded(address)', 'ExchangeRateChanged(uint216)'],
}

const address = `0x${'c'.repeat(40)}` as const

describe('the registry of votes sources', () => {
  it('has every file that exports one under its own name, once', async () => {
    const names = readdirSync(import.meta.dirname).flatMap((file) => /^(\w+)\.ts$/.exec(file)?.[1] ?? [])
    const exported = await Promise.all(names.map(async (name) => ((await import(path.join(import.meta.dirname, `${name}.ts`))) as Record<string, unknown>)[name]))
    const found = exported.filter((value): value is VotesSource => typeof value === 'object' && value !== null && 'open' in value)
    expect(new Set(votesSources)).toEqual(new Set(found))
    expect(found.map(({ id }) => id)).toEqual(names.filter((_, place) => found.includes(exported[place] as VotesSource)))
    expect(new Set(votesSources.map(({ id }) => id)).size).toBe(votesSources.length)
  })

  it('finds a source by its id, and says which there are', () => {
    for (const source of votesSources) expect(toVotesSource(source.id)).toBe(source)
    expect(() => toVotesSource('tally')).toThrow('There is no votes source "tally"; there are delegatedVotes, voteEscrow, aaveVotes.')
  })
})

describe.each(votesSources.map((source) => [source.id, source] as const))('%s', (id, source) => {
  it('says what it is in every language', () => {
    for (const text of [source.name, source.description]) for (const locale of locales) expect(text[locale].trim()).toMatch(/\S/)
    expect(source.description.en).not.toBe(source.description.de)
    for (const locale of locales) expect(source.description[locale]).toMatch(/\.$/)
  })

  it('asks for logs by the hashes of their events’ signatures', () => {
    const topics = source.logs(toVotesContract(id, address)).flatMap((filter) => filter.topics)
    expect([...topics].sort()).toEqual(signatures[id]!.map((signature) => keccak256(toBytes(signature))).sort())
  })
})
