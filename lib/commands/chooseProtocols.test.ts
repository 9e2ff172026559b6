import { describe, expect, test } from 'vitest'
import { protocolSchema, type Protocol } from '@/lib/domain/protocol'
import { chooseProtocols } from './chooseProtocols'

function toProtocol(slug: string, chainId: number): Protocol {
  const token = { chainId, address: `0x${'1'.repeat(40)}`, symbol: 'T', name: slug, decimals: 18, firstBlock: 1 }
  return protocolSchema.parse({ slug, name: slug, category: 'exchange', website: 'https://example.org', token })
}
const registry = [toProtocol('uniswap', 1), toProtocol('compound', 1), toProtocol('livepeer', 42161)]
const mainnet = new Map([[1, ['https://node.example']]])
const question = { registry, names: null, rpcUrls: mainnet, live: false, findPublicUrls: (id: number) => [`https://public.example/${id}`] }

describe('chooseProtocols', () => {
  test('takes all whose chain has an endpoint', () => {
    const { protocols, rpcUrls, remarks } = chooseProtocols(question)
    expect(protocols.map(({ slug }) => slug)).toEqual(['uniswap', 'compound'])
    expect(rpcUrls).toEqual(mainnet)
    expect(remarks).toEqual([])
  })
  test('takes only those that were picked', () => {
    expect(chooseProtocols({ ...question, names: ['compound'] }).protocols.map(({ slug }) => slug)).toEqual(['compound'])
  })
  test('uses a public endpoint only when asked to, and says that it is slow', () => {
    const { rpcUrls, remarks } = chooseProtocols({ ...question, live: true })
    expect(rpcUrls.get(1)).toEqual(['https://node.example'])
    expect(rpcUrls.get(42161)).toEqual(['https://public.example/42161'])
    expect(remarks).toEqual([expect.stringMatching(/public\.example\/42161.*slow.*RPC_URL_42161/)])
  })
  test('names a protocol that it does not know, and those that it knows', () => {
    expect(() => chooseProtocols({ ...question, names: ['uniswop'] })).toThrow(/no protocol uniswop.*uniswap, compound, livepeer/)
  })
  test('names the variable that is missing', () => {
    expect(() => chooseProtocols({ ...question, names: ['livepeer'] })).toThrow(/livepeer: .*RPC_URL_42161.*--live/)
  })
})
