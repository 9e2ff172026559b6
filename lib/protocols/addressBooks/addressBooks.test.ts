import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { toWords } from './addressBook'
import { addressBooks } from './registry'
import { toStatements } from './toStatements'

const pathOf = (book: (typeof addressBooks)[number]) => path.resolve('node_modules', book.package, book.file)
const installed = addressBooks.filter((book) => existsSync(pathOf(book)))
if (installed.length < addressBooks.length) console.warn(`skipped: ${addressBooks.filter((book) => !installed.includes(book)).map((book) => book.package).join(', ')} not installed`)

const read = async (book: (typeof addressBooks)[number]): Promise<unknown> =>
  book.file.endsWith('.json') ? JSON.parse(readFileSync(pathOf(book), 'utf8')) : import(/* @vite-ignore */ pathToFileURL(pathOf(book)).href)

/** Accounts as block explorers and the projects' documentation name them. */
const known: Record<string, [address: string, role: string | null, name: RegExp][]> = {
  '@aave-dao/aave-address-book': [
    ['0x4da27a545c0c5b758a6ba100e3a049001de870f5', 'staking', /stk aave$/],
    ['0x25f2226b597e8f9514b3f68f00f494cf4f286491', 'treasury', /ecosystem reserve$/],
    ['0xf6d2224916ddfbbab6e6bd0d1b7034f4ae0cab18', 'lendingMarket', /UNI: a token$/],
    ['0x464c71f6c2f760dda6093dcb91c24c39e5d6e18c', 'treasury', /collector$/],
  ],
  synthetix: [
    ['0xfad53cc9480634563e8ec71e8e693ffd07981d38', 'vesting', /Reward Escrow V2$/],
    ['0x5fd79d46eba7f351fe49bff9e87cdea6c821ef9f', 'bridge', /Bridge Escrow$/],
  ],
  '@uniswap/sdk-core': [
    ['0x1a9c8182c09f50c8318d769245bea52c32be35bc', 'timelock', /timelock$/],
    ['0x090d4613473dee047c3f2706764f49e0821d256e', 'distributor', /merkle distributor$/],
    ['0xc36442b4a4522e871399cd717abdd847ab11fe88', null, /nonfungible position manager$/],
  ],
  '@uniswap/default-token-list': [['0x1f9840a85d5af5bf1d1762f925bdaddc4201f984', null, /^UNI: token contract$/]],
}

describe.each(installed.map((book) => [book.package, book] as const))('%s', (name, book) => {
  it('names accounts that are known, each once, and none on a chain that there is not', async () => {
    const content = await read(book)
    const statements = toStatements({ package: name, version: '1.2.3' }, book.toEntries(content, 1), '2026-04-01')
    for (const [address, role, word] of known[name]!) expect(statements.find((one) => one.address === address), address).toMatchObject({ role, name: expect.stringMatching(word) })
    expect(new Set(statements.map(({ address }) => address)).size).toBe(statements.length)
    expect(statements[0]).toMatchObject({ origin: 'addressBook', file: `${name}@1.2.3`, source: `https://www.npmjs.com/package/${name}/v/1.2.3`, confidence: 'certain' })
    expect(book.toEntries(content, 31_337_999)).toEqual([])
  })

  it.each([null, [], 'x', { targets: 5 }, { tokens: [null, { chainId: 1 }] }, { AaveV3Ethereum: { CHAIN_ID: 1, POOL: 5, ASSETS: { UNI: null } } }])('passes over what it does not know: %j', (content) =>
    expect(book.toEntries(content, 1)).toEqual([]),
  )
})

it.each([['ECOSYSTEM_RESERVE', 'ecosystem reserve'], ['SynthetixBridgeEscrow', 'Synthetix Bridge Escrow'], ['AaveV3Ethereum', 'Aave V3 Ethereum']])('%s is written %s', (name, words) => expect(toWords(name)).toBe(words))
