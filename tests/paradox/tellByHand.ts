import type { ThesisId } from '@/lib/domain/finding'
import { broadThenConcentrated } from './hand/broadThenConcentrated'
import { complexityShutsOut } from './hand/complexityShutsOut'
import { computeConcentrates } from './hand/computeConcentrates'
import { earlyKeepMost } from './hand/earlyKeepMost'
import { largeEverywhere } from './hand/largeEverywhere'
import { profitsGather } from './hand/profitsGather'
import { strongBearLosses } from './hand/strongBearLosses'
import { teamsControl, whatRulesReach } from './hand/teamsControl'
import { wealthBreedsWealth } from './hand/wealthBreedsWealth'
import { whalesDecide } from './hand/whalesDecide'
import { winnerTakesMost } from './hand/winnerTakesMost'
import type { PlainStory, Told } from './plainStory'
import { readPrices } from './prices'

/** A verdict worked out by hand, with what it rests on. */
export type ToldByHand = { told: Told; open?: readonly Told[] } & Readonly<Record<string, unknown>>

/** Every claim, of every protocol that it can be told of, by its slug, and of all of them together. */
export async function tellByHand({ chain, tokens }: PlainStory, money: { wrappedEther: string; dollars: readonly string[]; dollarPool: string }): Promise<Record<ThesisId, Record<string, ToldByHand>>> {
  const prices = await Promise.all(tokens.map((token) => readPrices(chain, token, money)))
  const large = largeEverywhere(tokens)
  const each = async (tell: (token: PlainStory['tokens'][number], place: number) => ToldByHand | null | Promise<ToldByHand | null>) => {
    const told: Record<string, ToldByHand> = {}
    for (const [place, token] of tokens.entries()) {
      const one = await tell(token, place)
      if (one) told[token.protocol.slug] = one
    }
    return told
  }
  return {
    broadThenConcentrated: await each(broadThenConcentrated),
    earlyKeepMost: await each(earlyKeepMost),
    wealthBreedsWealth: await each(wealthBreedsWealth),
    whalesDecide: await each((token) => whalesDecide(chain, token)),
    profitsGather: await each((token, place) => profitsGather(chain, token, prices[place]!, money.wrappedEther)),
    strongBearLosses: await each((token, place) => strongBearLosses(token, prices[place]!)),
    largeEverywhere: await each((_, place) => large[place]!),
    winnerTakesMost: { 'demo-all': await winnerTakesMost(chain, tokens, prices, money.wrappedEther) },
    teamsControl: await each((token) => teamsControl(chain, token)),
    complexityShutsOut: await each((token) => complexityShutsOut(chain, token)),
    whatRulesReach: await each((token) => whatRulesReach(chain, token)),
    computeConcentrates: await each((token) => computeConcentrates(chain, token)),
  }
}
