import { readdirSync } from 'node:fs'
import path from 'node:path'
import { keccak256, toBytes } from 'viem'
import { describe, expect, it } from 'vitest'
import { governorSchema } from '../../domain/governance'
import { locales } from '../../domain/text'
import type { GovernorSource } from './governorSource'
import { governorSources, toGovernorSource } from './registry'

const created = 'ProposalCreated(uint256,address,address[],uint256[],string[],bytes[],uint256,uint256,string)'
const ended = ['ProposalCanceled(uint256)', 'ProposalExecuted(uint256)', 'ProposalQueued(uint256,uint256)']

/** The events of each family, as its contracts' source code has them: what becomes of proposals, then votes. */
const signatures: Record<string, readonly [course: readonly string[], votes: readonly string[]]> = {
  governorAlpha: [[created, ...ended], ['VoteCast(address,uint256,bool,uint256)']],
  governorBravo: [
    [created, ...ended, 'ProposalThresholdSet(uint256,uint256)', 'WhitelistAccountExpirationSet(address,uint256)', 'NewImplementation(address,address)'],
    ['VoteCast(address,uint256,uint8,uint256,string)'],
  ],
  openZeppelinGovernor: [
    [created, ...ended, 'ProposalThresholdSet(uint256,uint256)', 'ProposalExtended(uint256,uint64)'],
    ['VoteCast(address,uint256,uint8,uint256,string)', 'VoteCastWithParams(address,uint256,uint8,uint256,string,bytes)'],
  ],
}

/**
 * What `propose` asks: Alpha and Bravo `getPriorVotes(…) > proposalThreshold()`, OpenZeppelin reverts where `proposerVotes < votesThreshold`.
 * https://github.com/compound-finance/compound-governance/blob/main/contracts/GovernorBravoDelegate.sol
 */
const proposesAbove: Record<string, boolean> = { governorAlpha: true, governorBravo: true, openZeppelinGovernor: false }

const governor = governorSchema.parse({ source: 'any', address: `0x${'c'.repeat(40)}`, name: 'Governor', firstBlock: 1, fact: 'made up' })

describe('the registry of Governors', () => {
  it('has every file that exports a Governor source under its own name, once', async () => {
    const names = readdirSync(import.meta.dirname).flatMap((file) => /^(\w+)\.ts$/.exec(file)?.[1] ?? [])
    const exported = await Promise.all(names.map(async (name) => ((await import(path.join(import.meta.dirname, `${name}.ts`))) as Record<string, unknown>)[name]))
    const found = exported.filter((value): value is GovernorSource => typeof value === 'object' && value !== null && 'readTerms' in value)
    expect(new Set(governorSources)).toEqual(new Set(found))
    expect(found.map(({ id }) => id)).toEqual(names.filter((_, place) => found.includes(exported[place] as GovernorSource)))
    expect(new Set(governorSources.map(({ id }) => id)).size).toBe(governorSources.length)
  })

  it('finds a source by its id, and says which there are', () => {
    for (const source of governorSources) expect(toGovernorSource(source.id)).toBe(source)
    expect(() => toGovernorSource('aragon')).toThrow(/^There is no governor source "aragon"; there are .*governorAlpha/)
  })
})

describe.each(governorSources.map((source) => [source.id, source] as const))('%s', (id, source) => {
  it('says what it is in every language', () => {
    for (const text of [source.name, source.description]) for (const locale of locales) expect(text[locale].trim()).toMatch(/\S/)
    expect(source.description.en).not.toBe(source.description.de)
    for (const locale of locales) expect(source.description[locale]).toMatch(/\.$/)
  })

  it('knows whether the threshold must be reached or exceeded to propose', () => expect(source.proposesAbove).toBe(proposesAbove[id]))

  it('asks its contract for logs by the hashes of their events’ signatures', () => {
    const filters = source.logs(governor)
    for (const [place, filter] of filters.entries()) {
      expect(filter.address).toBe(governor.address)
      expect([...filter.topics].sort()).toEqual(signatures[id]![place]!.map((signature) => keccak256(toBytes(signature))).sort())
    }
  })
})
