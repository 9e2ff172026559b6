import { readdirSync, readFileSync } from 'node:fs'
import { encodeAbiParameters, encodePacked, getCreate2Address, keccak256, parseAbiParameters } from 'viem'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { addressSchema, type Address } from '@/lib/domain/address'
import { categories } from '@/lib/domain/protocol'
import { toMetric } from '@/lib/metrics/registry'
import { toGovernorSource } from '@/lib/sources/governors/registry'
import { toVotesSource } from '@/lib/sources/votes/registry'
import * as aaveBook from '@aave-dao/aave-address-book'
import { protocols, toProtocol } from './registry'

/** The addresses, symbols and decimals that others publish. */
const listedSchema = z.object({ address: addressSchema, symbol: z.string(), decimals: z.number() })
const tokenListSchema = z.object({ tokens: z.array(z.looseObject({ chainId: z.number(), address: z.string() })) })
const published = {
  '@uniswap/default-token-list': fromTokenList('@uniswap/default-token-list/build/uniswap-default.tokenlist.json'),
  '@aave-dao/aave-address-book': fromTokenList('@aave-dao/aave-address-book/tokenlist.json'),
  '@metamask/contract-metadata': Object.entries(
    z.record(z.string(), z.looseObject({})).parse(packageJson('@metamask/contract-metadata/contract-map.json')),
  ).flatMap(([key, token]) => {
    const address = key.match(/^eip155:1\/erc20:(0x[0-9a-fA-F]{40})$/)?.[1]
    return address ? [listedSchema.parse({ ...token, address })] : []
  }),
}

/** Tokens that no list among the development dependencies has, and why their figures are believed all the same. */
const unlisted: Record<string, string> = {
  'nexus-mutual':
    'only members can receive NXM, so no list of tradable tokens has it; the mutual itself publishes 0xd7c4…cf3b in npm ' +
    '@nexusmutual/deployments 3.4.0, and its source says symbol NXM and 18 decimals (NexusMutual/smart-contracts, NXMToken.sol)',
  'iexec-arbitrum': 'RLC came to Arbitrum in 2025, after these lists: iExec itself publishes 0xe649…f47c, and RLC has nine decimals everywhere',
}

const weth = '0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2'
// USDS, as in sky-ecosystem/spells-mainnet addresses_mainnet.sol: Sky keeps its liquidity against its own stablecoin.
const usds = '0xdc035d45d973e3ec169d2276ddab16f1e407384f'

/** The factories of Uniswap v2 and SushiSwap: the hashes are those of their routers, the first blocks those of their creation. */
const factories = {
  'UNI-V2': {
    address: '0x5C69bEe701ef814a2B6a3EDD4B1652CB9cc5aA6f',
    initCodeHash: '0x96e8ac4277198ff8b6f785478aa9a39f403cb768dd02cbee326c3e7da348845f',
    firstBlock: 10_000_835,
  },
  SLP: {
    address: '0xC0AEe478e3658e2610c5F7A4A2E1777cE9e4f2Ac',
    initCodeHash: '0xe18a34eb0e04b04f7a0ac29a6e80748dca96319b42c54d679cb821dca90c6303',
    firstBlock: 10_794_229,
  },
} as const

const cases = protocols.map((protocol) => [protocol.slug, protocol] as const)
const pools = protocols.flatMap(({ slug, token, pools }) =>
  pools.map((pool) => [`${slug}: ${pool.lpToken.name}`, pool, token] as const),
)

describe('the registry', () => {
  test('has every file of the folder, each named like its slug, and no slug twice', () => {
    const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'registry.ts')
    expect(protocols.map(({ slug }) => `${slug}.ts`).sort()).toEqual(files.sort())
    expect(new Set(protocols.map(({ slug }) => slug)).size).toBe(protocols.length)
  })

  test('has the protocols asked for, of every category, all of them real, and what works elsewhere beside them', () => {
    // Sixteen, and beside Livepeer, The Graph and Render the other two that rent out computers.
    expect(protocols.filter(({ token }) => token.chainId === 1)).toHaveLength(18)
    expect(protocols.filter(({ token }) => token.chainId !== 1).map(({ slug, token }) => [slug, token.chainId])).toEqual([['livepeer-arbitrum', 42_161], ['iexec-arbitrum', 42_161]])
    expect(new Set(protocols.map(({ category }) => category))).toEqual(new Set(Object.keys(categories)))
    expect(protocols.filter(({ demo }) => demo)).toEqual([])
  })

  test('finds a protocol, and names those there are when it does not', () => {
    expect(toProtocol('uniswap').token.symbol).toBe('UNI')
    expect(() => toProtocol('unknown')).toThrow(/no protocol "unknown"; there are uniswap, aave, .*render/)
  })
})

describe('tokens', () => {
  test.each(cases)('%s is what the published lists say', (slug, { token }) => {
    const entries = Object.values(published).flatMap((list) => list.filter(({ address }) => address === token.address))
    // An exception that a list has come to cover must go.
    expect(entries.length > 0, unlisted[slug] ?? 'no list has this token: give a reason in `unlisted`').toBe(!(slug in unlisted))
    const { symbol, decimals } = token
    for (const entry of entries) expect(entry).toMatchObject({ symbol, decimals })
  })

  test('every exception is a protocol of the registry', () => {
    expect(Object.keys(unlisted).filter((slug) => !protocols.some((protocol) => protocol.slug === slug))).toEqual([])
  })
})

describe('labels', () => {
  test.each(cases)('%s: a source for each, no account twice, not the token itself', (_, { token, labels }) => {
    const addresses = labels.map(({ address }) => address)
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([])
    expect(addresses).not.toContain(token.address)
    expect(labels.filter(({ source }) => !z.url({ protocol: /^https$/ }).safeParse(source).success)).toEqual([])
    expect(labels.length).toBeGreaterThan(0)
  })

  test.each(cases)('%s: every pool is labelled as one, and beside a pair the zero address', (_, { labels, pools }) => {
    const roleOf = new Map(labels.map(({ address, role }) => [address, role]))
    expect(pools.map(({ lpToken }) => roleOf.get(lpToken.address))).toEqual(pools.map(() => 'pool'))
    if (pools.length > 0) expect(roleOf.get('0x0000000000000000000000000000000000000000')).toBe('burn')
  })

  test.each(cases)('%s: caveats are written in both languages', (_, { caveats }) => {
    expect(caveats.filter(({ en, de }) => en === de)).toEqual([])
    expect(caveats.length).toBeGreaterThan(0)
  })
})

describe('published figures', () => {
  const figures = protocols.flatMap(({ slug, published }) => published.map((figure) => [`${slug}: ${figure.author} ${figure.year}, ${figure.metric}`, figure] as const))

  test('are there of the protocols that others measured', () => {
    expect([...new Set(figures.map(([name]) => name.split(':')[0]))].sort()).toEqual(['aave', 'compound', 'curve', 'uniswap', 'yearn'])
  })

  test.each(figures)('%s: a value that the measure can have, a page that says so, and both languages', (_, { metric, value, source, via, treatment, date, year }) => {
    const { unit } = toMetric(metric)
    expect(unit === 'count' ? Number.isInteger(value) && value > 0 : value > 0 && value <= 1).toBe(true)
    for (const address of [source, via ?? source]) expect(z.url({ protocol: /^https$/ }).safeParse(address).success).toBe(true)
    expect(treatment.en).not.toBe(treatment.de)
    expect(Number(date.slice(0, 4))).toBe(year)
  })
})

describe('votes', () => {
  const votes = protocols.flatMap((protocol) => protocol.governance.votes.map((contract) => [`${protocol.slug}: ${contract.name}`, contract, protocol] as const))

  test('are counted where tokens vote on the chain', () => {
    expect([...new Set(votes.map(([, , { slug }]) => slug))].sort()).toEqual(['aave', 'compound', 'curve', 'ens', 'uniswap'])
  })

  test.each(votes)('%s: by a source there is, in the token itself or in a contract that a source names', (_, contract, { token, labels, wrappers }) => {
    const source = toVotesSource(contract.source)
    expect([token.address, ...labels.map(({ address }) => address)]).toContain(contract.address)
    expect(z.url({ protocol: /^https$/ }).safeParse(contract.fact).success).toBe(true)
    expect(contract.firstBlock).toBeGreaterThanOrEqual(token.firstBlock)
    // Votes that hang on balances need the ledger of what is held.
    if (source.balances === 'votes') expect([token.address, ...wrappers.map(({ shareToken }) => shareToken?.address)]).toContain(contract.address)
  })

  test('staked AAVE is what Aave’s own address book says', () => {
    const book = z.object({ AaveSafetyModule: z.object({ STK_AAVE: addressSchema }) }).parse(aaveBook)
    expect(toProtocol('aave').wrappers.flatMap(({ address, shareToken }) => (shareToken ? [[address, shareToken.address]] : []))).toEqual([[book.AaveSafetyModule.STK_AAVE, book.AaveSafetyModule.STK_AAVE]])
  })
})

describe('farms', () => {
  test('of SushiSwap take in shares of pairs that are followed, Uniswap’s before its own, under the numbers of its own list', () => {
    const farms = protocols.flatMap(({ slug, pools, wrappers }) => wrappers.flatMap(({ farm, assets }) => {
      const symbolOf = new Map(pools.map(({ lpToken }) => [lpToken.address, lpToken.symbol]))
      return farm ? [[slug, ...farm.pools.map(({ id, asset }) => `${id} ${symbolOf.get(asset)}`), assets.length === farm.pools.length] as const] : []
    }))
    expect(farms).toEqual([
      ['aave', '37 SLP', true],
      ...([['compound', 4], ['curve', 17], ['sushiswap', 12], ['synthetix', 6], ['yearn', 11]] as const).map(([slug, id]) => [slug, `${id} UNI-V2`, `${id} SLP`, true] as const),
    ].sort((a, b) => protocols.findIndex(({ slug }) => slug === a[0]) - protocols.findIndex(({ slug }) => slug === b[0])))
  })
})

describe('airdrops', () => {
  test('UNI’s is what Uniswap’s own package says, and labelled as one', () => {
    const [, published] = /MERKLE_DISTRIBUTOR_ADDRESS = {[^}]*: '(0x\w+)'/.exec(readFileSync('node_modules/@uniswap/sdk-core/dist/cjs/src/addresses.js', 'utf8'))!
    const { wrappers, labels } = toProtocol('uniswap')
    expect(wrappers.filter(({ source }) => source === 'merkleDistributor').map(({ address }) => address)).toEqual([published!.toLowerCase()])
    expect(labels.find(({ address }) => address === published!.toLowerCase())?.role).toBe('distributor')
  })
})

describe('pools', () => {
  test.each(pools)('%s stands where its factory puts it', (_, { lpToken }, token) => {
    const factory = factories[z.enum(['UNI-V2', 'SLP']).parse(lpToken.symbol)]
    const other = lpToken.name.endsWith('/USDS') ? usds : weth
    expect(lpToken.address).toBe(pairAddress(factory, token.address, other))
    expect(lpToken.name.split(' ').at(-1)).toBe(`${token.symbol}/${other === usds ? 'USDS' : 'WETH'}`)
    expect(lpToken.firstBlock).toBe(Math.max(factory.firstBlock, token.firstBlock))
  })

  // Both as blockful/anticapture names them (apps/indexer/src/lib/constants.ts: Uniswap_UNI_ETH_V2_03, SushiSwapEthENSV2).
  test('the computation gives the addresses that others publish', () => {
    const uni = '0x1f9840a85d5af5bf1d1762f925bdaddc4201f984'
    const ens = '0xc18360217d8f7ab5e7c516566761ea12ce7f9d72'
    expect(pairAddress(factories['UNI-V2'], uni, weth)).toBe('0xd3d2e2692501a5c9ca623199d38826e513033a17')
    expect(pairAddress(factories.SLP, ens, weth)).toBe('0xa1181481beb2dc5de0daf2c85392d81c704bf75d')
  })
})

describe('money', () => {
  const { wrappedEther, dollars, dollarPool } = toProtocol('uniswap').money

  test('is the same for all of Ethereum, and what the published lists say', () => {
    expect(protocols.filter(({ money, token }) => token.chainId === 1 && JSON.stringify(money) !== JSON.stringify(toProtocol('uniswap').money))).toEqual([])
    const symbolsOf = (address: string) => [...new Set(Object.values(published).flatMap((list) => list.filter((one) => one.address === address).map(({ symbol }) => symbol)))]
    expect([wrappedEther!, ...dollars].map(symbolsOf)).toEqual([['WETH'], ['USDC'], ['USDT'], ['DAI'], ['USDS']])
  })

  test('has its pool of dollars where Uniswap v3 puts it', () => {
    // The hash of what the factory deploys is that of the published bytecode; the factory is the one that Uniswap’s own package names.
    const { bytecode } = z.object({ bytecode: z.string() }).parse(packageJson('@uniswap/v3-core/artifacts/contracts/UniswapV3Pool.sol/UniswapV3Pool.json'))
    const factory = /DEFAULT_ADDRESSES = {[^}]*v3CoreFactoryAddress: '(0x\w+)'/.exec(readFileSync('node_modules/@uniswap/sdk-core/dist/cjs/src/addresses.js', 'utf8'))![1]!
    const dai = dollars.find((address) => address === '0x6b175474e89094c44da98b954eedeac495271d0f')!
    const salt = keccak256(encodeAbiParameters(parseAbiParameters('address, address, uint24'), [dai, wrappedEther!, 3000]))
    expect(dai < wrappedEther!).toBe(true)
    expect(getCreate2Address({ from: factory as Address, salt, bytecodeHash: keccak256(bytecode as Address) }).toLowerCase()).toBe(dollarPool!.address)
  })
})

function pairAddress(factory: (typeof factories)[keyof typeof factories], one: Address, another: Address): string {
  const sorted: readonly [Address, Address] = one < another ? [one, another] : [another, one]
  const salt = keccak256(encodePacked(['address', 'address'], sorted))
  return getCreate2Address({ from: factory.address, salt, bytecodeHash: factory.initCodeHash }).toLowerCase()
}

function fromTokenList(path: string) {
  const { tokens } = tokenListSchema.parse(packageJson(path))
  return tokens.filter(({ chainId }) => chainId === 1 || chainId === 42_161).map((token) => listedSchema.parse(token))
}

function packageJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../node_modules/${path}`, import.meta.url), 'utf8'))
}

describe('Governors', () => {
  const governors = protocols.flatMap(({ slug, governance }) => governance.governors.map((governor) => ({ slug, ...governor })))

  test('each is of a family that is read, stands once and has its fact', () => {
    for (const { source, fact, firstBlock } of governors) {
      expect(toGovernorSource(source).id).toBe(source)
      expect(fact).toMatch(/^https:/)
      expect(firstBlock).toBeGreaterThan(9_000_000)
    }
    expect(new Set(governors.map(({ address }) => address)).size).toBe(governors.length)
  })

  test('of Uniswap are those that its own package names', () => {
    const text = readFileSync('node_modules/@uniswap/sdk-core/dist/cjs/src/addresses.js', 'utf8')
    const named = [/GOVERNANCE_ALPHA_V0_ADDRESSES = constructSameAddressMap\('(0x\w+)'/, /GOVERNANCE_ALPHA_V1_ADDRESSES = {\s*[^']*'(0x\w+)'/, /GOVERNANCE_BRAVO_ADDRESSES = {\s*[^']*'(0x\w+)'/]
    expect(governors.filter(({ slug }) => slug === 'uniswap').map(({ address }) => address)).toEqual(named.map((pattern) => pattern.exec(text)![1]!.toLowerCase()))
  })
})
