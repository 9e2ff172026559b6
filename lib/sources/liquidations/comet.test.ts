import { keccak256, toBytes } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people, startCometChain, type CometChain } from '@/tests/cometChain'
import { cometIsMissing } from '@/tests/cometMarket'
import { toWrapper } from '@/tests/sourceChain'
import { deployer } from '@/tests/tokenChain'
import { comet } from './comet'

const unit = 10n ** 18n
const [lender, borrower, absorber] = people

it('are told from one log for each token, as the market writes it', () => {
  const [market, uni] = [people[3], people[4]]
  const wrapper = toWrapper('comet', { address: market, assets: [uni] })
  const toTopic = (address: string) => `0x${address.slice(2).padStart(64, '0')}` as const
  const log = {
    address: market, blockNumber: 7, logIndex: 3, blockHash: `0x${'d'.repeat(64)}` as const,
    topics: [keccak256(toBytes('AbsorbCollateral(address,address,address,uint256,uint256)')), ...[absorber, borrower, uni].map(toTopic)],
    data: `0x${[25, 99].map((amount) => amount.toString(16).padStart(64, '0')).join('')}` as const,
  }
  expect(comet.toLiquidation(wrapper, log)).toEqual({ contract: market, liquidator: absorber, borrower, token: uni, seized: 25n, debt: market, repaid: null, blockNumber: 7, logIndex: 3 })
  expect(comet.toLiquidation({ ...wrapper, assets: [lender] }, log)).toBeNull()
  expect(comet.toLiquidation(wrapper, { ...log, topics: [keccak256(toBytes('SupplyCollateral(address,address,address,uint256)')), ...log.topics.slice(1)] })).toBeNull()
  expect(() => comet.toLiquidation(wrapper, { ...log, data: '0x' })).toThrow('is no AbsorbCollateral')
})

describe.skipIf(cometIsMissing)('liquidations of Compound v3, from its real bytecode', () => {
  let world: CometChain
  beforeAll(async () => void (world = await startCometChain(0n)))
  afterAll(() => world?.stop())

  it('tell what an account lost of each token, as its balances say', async () => {
    const { token, third, lent, market, feeds, wrapper, run, inMarket, read } = world
    await inMarket(lender, 'supply', [lent, 1_000n * unit])
    await inMarket(borrower, 'supply', [token, 100n * unit])
    await inMarket(borrower, 'supply', [third, 3n * unit])
    // 100 at 5 dollars and 3 at 20 are 560: 448 may be borrowed. At one dollar they are 160.
    await inMarket(borrower, 'withdraw', [lent, 440n * unit])
    await run(deployer, feeds.get(token)!, 'tell', [10n ** 8n])
    const before = [await read<bigint>('collateralBalanceOf', [borrower, token]), await read<bigint>('collateralBalanceOf', [borrower, third])]
    const written = (await inMarket(absorber, 'absorb', [absorber, [borrower]])).filter(({ address }) => address === market)
    const lost = { contract: market, liquidator: absorber, borrower, debt: market, repaid: null }
    const told = written.flatMap((log) => comet.toLiquidation(wrapper, log) ?? [])
    expect(told).toMatchObject([{ ...lost, token, seized: 100n * unit }, { ...lost, token: third, seized: 3n * unit }])
    expect(told.map(({ seized }) => seized)).toEqual(before)
    expect(told.map((liquidation) => comet.toAmount(liquidation, null))).toEqual(before)
    for (const asset of [token, third]) expect(await read('collateralBalanceOf', [borrower, asset])).toBe(0n)
    // A wrapper of one token is told of that alone, and from the logs that tell its owners.
    const alone = { ...wrapper, assets: [third] }
    expect(written.flatMap((log) => comet.toLiquidation(alone, log) ?? [])).toMatchObject([{ token: third }])
    expect(comet.logs(alone)[0]!.topics).toContain(written[0]!.topics[0])
  })
})
