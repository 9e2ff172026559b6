import * as aaveBook from '@aave-dao/aave-address-book'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { addressSchema } from '@/lib/domain/address'
import { protocols, toProtocol } from './registry'

const named = protocols.filter(({ governance }) => governance.controlled.length > 0).map((protocol) => [protocol.slug, protocol] as const)

describe('contracts whose keys are looked for', () => {
  test('are named where the way from the token to those who decide is known', () => {
    expect(named.map(([slug]) => slug)).toEqual(expect.arrayContaining(['aave', 'curve', 'lido', 'sky']))
  })

  test.each(named)('%s: each once, each by a page that names it, and the token among them', (_, { token, governance: { controlled } }) => {
    expect(new Set(controlled.map(({ address }) => address)).size).toBe(controlled.length)
    expect(controlled.filter(({ address, fact }) => address !== token.address && !z.url({ protocol: /^https$/ }).safeParse(fact).success)).toEqual([])
    expect(controlled.map(({ address }) => address)).toContain(token.address)
  })

  test('Aave’s are those of its own address book', () => {
    const { GovernanceV3Ethereum: core, AaveGovernanceV2: before, AaveV3Ethereum: market } = z.object({
      GovernanceV3Ethereum: z.object({ EXECUTOR_LVL_1: addressSchema, EXECUTOR_LVL_2: addressSchema, PAYLOADS_CONTROLLER: addressSchema, GOVERNANCE: addressSchema }),
      AaveGovernanceV2: z.object({ SHORT_EXECUTOR: addressSchema, LONG_EXECUTOR: addressSchema }),
      AaveV3Ethereum: z.object({ POOL_ADDRESSES_PROVIDER: addressSchema, POOL: addressSchema, ACL_MANAGER: addressSchema }),
    }).parse(aaveBook)
    expect(toProtocol('aave').governance.controlled.slice(1).map(({ address }) => address)).toEqual([
      market.POOL_ADDRESSES_PROVIDER, market.POOL, market.ACL_MANAGER,
      core.EXECUTOR_LVL_1, core.EXECUTOR_LVL_2, core.PAYLOADS_CONTROLLER, core.GOVERNANCE, before.SHORT_EXECUTOR, before.LONG_EXECUTOR,
    ])
  })
})
