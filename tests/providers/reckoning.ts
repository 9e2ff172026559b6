import type { Currency } from '@/lib/domain/pool'
import type { CashedOut } from './cashOut'
import { minus, none, plus, type Pair } from './happenings'
import type { PastProvider } from './past'

/** What a smallest unit is worth on a day, in smallest units of a currency. */
export interface DayValues {
  token0: number
  token1: number
  ether: number
  reward: number
}

/** Money as ProviderMoney has it, in doubles; `gross` is all that it was put together from. */
export type Reckoned = Record<'deposited' | 'withdrawn' | 'fees' | 'rewards' | 'gas' | 'mark' | 'net' | 'versusHolding' | 'impermanentLoss' | 'versusRebalancing' | 'size' | 'gross', number>

/** What a provider made of a pool, with plain numbers. */
export function reckon(provider: PastProvider, { principal, owed, reward }: { principal: Pair; owed: Pair; reward: bigint }, { values, mark }: { values: (blockNumber: number) => DayValues; mark: DayValues }): Reckoned {
  const worth = ([amount0, amount1]: Pair, { token0, token1 }: DayValues) => Number(amount0) * token0 + Number(amount1) * token1
  const sum = <Item>(items: readonly Item[], value: (item: Item) => number) => items.reduce((total, item) => total + value(item), 0)
  const ofKind = (...kinds: readonly string[]) => provider.deeds.filter(({ kind }) => kinds.includes(kind))
  const valued = (...kinds: readonly string[]) => sum(ofKind(...kinds), ({ amounts, blockNumber }) => worth(amounts, values(blockNumber)))
  // What is given counts with the fees that were earned so far; they count as fees, too.
  const given = provider.deeds.flatMap((deed, place) => (deed.kind === 'given' ? [{ ...deed, amounts: minus(deed.amounts, provider.deeds[place - 1]!.amounts) }] : []))
  const ended = [...ofKind('withdrawal'), ...given]
  const deposited = valued('deposit', 'received')
  const withdrawn = sum(ended, ({ amounts, blockNumber }) => worth(amounts, values(blockNumber)))
  const fees = valued('fees') + worth(owed, mark)
  const rewards = sum(provider.rewards, ({ amount, blockNumber }) => Number(amount) * values(blockNumber).reward) + Number(reward) * mark.reward
  const gas = sum(provider.gas, ({ wei, blockNumber }) => Number(wei) * values(blockNumber).ether)
  const held = worth(principal, mark)
  const earned = fees + rewards - gas
  const impermanentLoss = sum(ended, ({ amounts, basis, blockNumber }) => worth(amounts, values(blockNumber)) - worth(basis, values(blockNumber))) + held - worth(provider.basis, mark)
  return {
    versusRebalancing: earned - provider.loss * mark.ether, size: toSize(provider, (amounts, block) => worth(amounts, values(block))),
    deposited, withdrawn, fees, rewards, gas, mark: held,
    net: withdrawn + held - deposited + earned, versusHolding: impermanentLoss + earned, impermanentLoss,
    gross: deposited + withdrawn + fees + rewards + gas + held,
  }
}

/** Most that it had in at once, at what that had cost: of the cost goes what ends has of all that was in, at that day's prices. */
function toSize({ deeds }: PastProvider, worth: (amounts: Pair, blockNumber: number) => number): number {
  let [cost, size, within] = [0, 0, none]
  for (const { kind, amounts, basis, blockNumber } of deeds) {
    if (kind === 'deposit' || kind === 'received') {
      within = plus(within, amounts)
      cost += worth(amounts, blockNumber)
      size = Math.max(size, cost)
    } else if (kind !== 'fees') {
      cost *= 1 - worth(basis, blockNumber) / worth(within, blockNumber)
      within = minus(within, basis)
    }
  }
  return size
}

/** From what pools say of a day: their own mean, and what an ether costs in dollars. */
export function toDayValues(currency: Currency, { mean, dollars, wethIsToken0 }: { mean: number; dollars: number; wethIsToken0: boolean }): DayValues {
  // The quote token of every pool of the story is wrapped ether: the same in quote and in ether.
  const unit = currency === 'dollar' ? dollars : 1
  const token = wethIsToken0 ? 1 / mean : mean
  return { token0: unit * (wethIsToken0 ? 1 : token), token1: unit * (wethIsToken0 ? token : 1), ether: unit, reward: unit * token }
}

/** What is taken out beside what the liquidity is paid for, less what was waiting to be fetched. */
export const toOwed = ({ gained, principal }: CashedOut, waiting: Pair): Pair => minus(minus(gained, principal), waiting)
