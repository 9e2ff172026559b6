import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { addressSchema } from '@/lib/domain/address'
import { findStakeNetwork } from '@/lib/sources/delegatedStakes/registry'
import { protocols, toProtocol } from './registry'

describe('networks', () => {
  const networks = protocols.flatMap(({ slug, wrappers, labels }) => wrappers.filter(({ source }) => findStakeNetwork(source)).map((wrapper) => ({ slug, wrapper, labels })))

  test('name their contracts and hold what is bonded in a contract that is labelled as staking', () => {
    expect(networks.map(({ slug }) => slug)).toEqual(['the-graph', 'livepeer-arbitrum', 'iexec-arbitrum'])
    for (const { wrapper, labels } of networks) {
      expect(findStakeNetwork(wrapper.source)!.logs(wrapper).every(({ address }) => Object.values(wrapper.contracts).concat(wrapper.address).includes(address))).toBe(true)
      expect(labels.find(({ address }) => address === wrapper.address)?.role).toBe('staking')
    }
  })

  test('of The Graph are those that its own package names', () => {
    const named = z.object({ address: addressSchema })
    const book = z.object({ 1: z.object({ GraphToken: named, L1Staking: named, RewardsManager: named }) }).parse(JSON.parse(readFileSync('node_modules/@graphprotocol/contracts/addresses.json', 'utf8')))[1]
    expect(toProtocol('the-graph').wrappers.map(({ address, assets, contracts }) => [address, assets, contracts])).toEqual([
      [book.L1Staking.address, [book.GraphToken.address], { rewardsManager: book.RewardsManager.address }],
    ])
  })
})
