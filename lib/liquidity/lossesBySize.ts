import type { Currency } from '../domain/pool'
import type { ProviderMoney, ProviderResult } from '../domain/provider'
import { sumOf, toPartsOfSum, type Part } from './partsOfSum'
import { toSizeDeciles, type OfProviders } from './sizeDeciles'

/** What a tenth of the providers, by size, lost: sums of what each of them lost, what others of the tenth gained does not make it less. */
export interface LossShare {
  /** 1 is the smallest tenth, 10 the largest */
  decile: number
  providers: number
  /** Against holding, without fees, rewards and gas */
  impermanentLoss: Part
  /** What plain holding of what they put in would have lost, until it was taken out or at the mark */
  priceFall: Part
  /** Negative net results: everything that was gained counted in */
  netLoss: Part
}

/**
 * Who bore a pool's losses, by tenths of providers in the order of size. A provider's net result is, exactly, what holding would have made (price
 * falls where it is negative) + impermanent loss + fees + rewards − gas. Each is a loss of whoever it is below zero for. Net losses are what is
 * left of both after fees and rewards, so the three do not add up.
 *
 * @param currency results that are not known in it are left out. In ether, a token's fall against ether is one; in dollars, ether's own is too
 * @returns ten groups, the smallest first; undefined with fewer than 30 providers
 * @example toLossesBySize(results, 'dollar') // { status: 'ok', value: [{ decile: 1, netLoss: { amount: 12n, share: 0.25 }, … }, …] }
 */
export function toLossesBySize(results: readonly ProviderResult[], currency: Currency): OfProviders<readonly LossShare[]> {
  const deciles = toSizeDeciles(results, currency)
  if (deciles.status === 'undefined') return deciles
  const groups = deciles.value
  const lossesOf = (change: (money: ProviderMoney) => bigint) =>
    toPartsOfSum(groups.map((group) => sumOf(group.map(({ money }) => (change(money) < 0n ? -change(money) : 0n)))))
  const impermanentLoss = lossesOf((money) => money.impermanentLoss)
  const priceFall = lossesOf((money) => money.net - money.versusHolding)
  const netLoss = lossesOf((money) => money.net)
  return {
    status: 'ok',
    value: groups.map((group, g) => ({
      decile: g + 1,
      providers: group.length,
      impermanentLoss: impermanentLoss[g]!,
      priceFall: priceFall[g]!,
      netLoss: netLoss[g]!,
    })),
  }
}
