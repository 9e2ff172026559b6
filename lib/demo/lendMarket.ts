import type { Address } from '@/lib/domain/address'
import { loadArtifact } from './artifact'
import { dollars } from './dollars'
import { buyTokens, holdingOf, poolOf, priceOf, sellTokens } from './market'
import type { Contract } from './storyChain'
import { toStoryWrapper } from './storyWrapper'
import { randomFor, shareOf, storyLabel, units, type Habit, type StoryProtocol, type World } from './world'

/** Of what COMP is worth, so much may be borrowed; more than that is owed when its price falls, and half of the debt may then be paid by others. */
const collateralFactor = 0.6
const closeFactor = 0.5
/** For each dollar that they pay they get COMP for 1.08. */
const incentive = 1.08

interface Loan {
  /** Whole COMP put in, and whole dollars owed */
  collateral: number
  debt: number
}

/**
 * Compound v2's money market: some lend dollars, others borrow them against COMP. The price of COMP is told to it when it has moved by 4 %. Where it
 * has fallen so far that a loan is not covered any more, the liquidator pays half of it and takes COMP for it, which it sells.
 */
export async function openLendMarket(world: World, protocol: StoryProtocol): Promise<Habit> {
  const { chain, cast, dollars: { token: dollar, etherPrice } } = world
  const { token, character, labels, wrappers } = protocol
  const { lendKeeper, lenders, borrowers, liquidator, dollarIssuer } = cast
  const random = randomFor(world, protocol, 'lend market')
  const comptroller = chain.deploy(lendKeeper, loadArtifact('comptroller'))
  const oracle = chain.deploy(lendKeeper, loadArtifact('priceOracle'))
  const rates = chain.deploy(lendKeeper, loadArtifact('interestRates'), [units(0.02), units(0.3)])
  // A cToken is worth 0.02 of what it stands for at first: times 10 to the power of 18, of the one's decimals and less of its own 8.
  const toMarket = (underlying: Contract, decimals: number, symbol: string) =>
    chain.deploy(lendKeeper, loadArtifact('cToken'), [underlying.address, comptroller.address, rates.address, 2n * 10n ** BigInt(8 + decimals), `Compound ${symbol}`, `c${symbol}`, 8])
  const market = toMarket(token, 18, 'COMP')
  const dollarMarket = toMarket(dollar, 6, 'DUSD')
  await chain.mine(chain.timestamp + 60)
  for (const [cToken, underlying, symbol, debtMarkets] of [[market, token, 'COMP', { dollarMarket: dollarMarket.address }], [dollarMarket, dollar, 'DUSD', {}]] as const) {
    labels.push(storyLabel(cToken.address, 'lendingMarket', `Demo Lend market of ${symbol}`))
    wrappers.push(
      toStoryWrapper(chain, cToken, {
        source: 'compoundToken', name: `Demo Lend market of ${symbol}`, assets: [underlying.address],
        // Liquidations are told by the market of the debt, whatever was taken for it.
        contracts: { comptroller: comptroller.address, ...debtMarkets }, shares: { symbol: `c${symbol}`, name: `Compound ${symbol}`, decimals: 8 },
      }),
    )
  }

  const compPrice = () => priceOf(world, protocol) * etherPrice()
  let told = compPrice()
  const tellPrice = () => chain.send(lendKeeper, oracle, 'setUnderlyingPrice', [market.address, units(told)])
  chain.send(lendKeeper, comptroller, '_setPriceOracle', [oracle.address])
  // What a smallest unit is worth, so that dollars with 6 decimals have 12 more.
  chain.send(lendKeeper, oracle, 'setUnderlyingPrice', [dollarMarket.address, 10n ** 30n])
  tellPrice()
  for (const cToken of [market, dollarMarket]) chain.send(lendKeeper, comptroller, '_supportMarket', [cToken.address])
  chain.send(lendKeeper, comptroller, '_setMaxAssets', [20])
  chain.send(lendKeeper, comptroller, '_setCollateralFactor', [market.address, units(collateralFactor)])
  chain.send(lendKeeper, comptroller, '_setCloseFactor', [units(closeFactor)])
  chain.send(lendKeeper, comptroller, '_setLiquidationIncentive', [units(incentive)])
  chain.send(lendKeeper, dollarMarket, '_setReserveFactor', [units(0.1)])
  for (const [place, lender] of lenders.entries()) {
    const lent = dollars(400_000 / (place + 1))
    chain.send(dollarIssuer, dollar, 'transfer', [lender, lent])
    chain.send(lender, dollar, 'approve', [dollarMarket.address, lent])
    chain.send(lender, dollarMarket, 'mint', [lent])
  }
  chain.send(dollarIssuer, dollar, 'transfer', [liquidator, dollars(1_000_000)])
  chain.send(liquidator, dollar, 'approve', [dollarMarket.address, dollars(1_000_000)])
  await chain.mine(chain.timestamp + 60)

  const joins = new Map(borrowers.map((account) => [account, character.launch + 30 + random.integer(650)]))
  const loans = new Map<Address, Loan>()
  const borrow = (account: Address) => {
    const amount = holdingOf(world, protocol, account)
    const collateral = Number(amount) / 1e18
    const debt = Math.floor(collateral * told * collateralFactor * random.between(0.8, 0.98))
    chain.send(account, token, 'approve', [market.address, amount])
    chain.send(account, market, 'mint', [amount])
    chain.send(account, comptroller, 'enterMarkets', [[market.address]])
    chain.send(account, dollarMarket, 'borrow', [dollars(debt)])
    loans.set(account, { collateral, debt })
    joins.delete(account)
  }
  const liquidate = (account: Address, loan: Loan) => {
    const paid = Math.floor(loan.debt * closeFactor)
    chain.send(liquidator, dollarMarket, 'liquidateBorrow', [account, dollars(paid), market.address])
    loans.set(account, { collateral: loan.collateral - (paid * incentive) / told, debt: loan.debt - paid })
  }

  return (today) => {
    const seized = chain.ledger.balanceOf(market.address, liquidator)
    const proceeds = holdingOf(world, protocol, liquidator)
    if (proceeds > 0n) sellTokens(world, protocol, liquidator, proceeds)
    else if (seized > 0n) chain.send(liquidator, market, 'redeem', [seized])
    for (const [account, loan] of loans) {
      // A hundredth more than it may be, so that what is reckoned here and there differs by nothing that counts.
      if (loan.debt > 10 && loan.debt > 1.01 * collateralFactor * loan.collateral * told) liquidate(account, loan)
    }
    for (const [account, join] of joins) {
      if (today < join) continue
      if (holdingOf(world, protocol, account) > 0n) borrow(account)
      else buyTokens(world, protocol, account, shareOf(poolOf(world, protocol).ether, random.between(0.0005, 0.006)))
    }
    const price = compPrice()
    if (Math.abs(price / told - 1) < 0.04) return
    told = price
    tellPrice()
  }
}
