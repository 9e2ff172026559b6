import type { RivalGroup, RivalMeasure } from '@/lib/domain/competition'
import type { Locale } from '@/lib/domain/text'
import { insideNotes } from '../insideNotes'
import { toGroupName } from './groupWords'

const words = {
  en: {
    demo: (names: string) => `Demo data, made up: ${names}.`,
    field: (name: string, names: string) => `${name}: ${names}. Others than those that are followed here are in no share.`,
    window: 'Each point is of the twelve months up to it. A month that could not be told of all of them is left out.',
    liquidity: 'Liquidity: what the followed pools of each protocol’s token held at the ends of months, in ether at the price of the day, without fees not paid out.',
    fees: 'Fees: what swaps paid in these pools, in ether at the price of the day, the protocol’s part included.',
    holders: 'Holders: of each protocol’s token at the ends of months, under the headline’s lens. Who holds several counts at each.',
    votes: 'Votes cast: at each protocol’s Governors on the chain, each account once a proposal.',
  },
  de: {
    demo: (names: string) => `Demodaten, erfunden: ${names}.`,
    field: (name: string, names: string) => `${name}: ${names}. Andere als die, die hier verfolgt werden, stecken in keinem Anteil.`,
    window: 'Jeder Punkt steht für die zwölf Monate bis dahin. Ein Monat, der sich nicht bei allen sagen ließ, bleibt weg.',
    liquidity: 'Liquidität: was am Monatsende in den verfolgten Pools des jeweiligen Tokens lag, in Ether zum Preis des Tages, ohne noch nicht ausgezahlte Gebühren.',
    fees: 'Gebühren: was Swaps in diesen Pools zahlten, in Ether zum Preis des Tages, samt dem Teil des Protokolls.',
    holders: 'Halter: des jeweiligen Tokens am Monatsende, in der Standardsicht. Wer mehrere hält, zählt bei jedem.',
    votes: 'Stimmabgaben: bei den Governors des jeweiligen Protokolls auf der Chain, jedes Konto einmal je Antrag.',
  },
} as const

/**
 * What a chart between protocols rests on: whose data are made up, which field it is, and how each measure is counted.
 *
 * @example competitionNotes([group], ['holders'], 'en')[0] // 'All protocols: Uniswap, Compound. Others than those …'
 */
export function competitionNotes(groups: readonly RivalGroup[], measures: readonly RivalMeasure[], locale: Locale): string[] {
  const word = words[locale]
  const join = (of: RivalGroup['protocols']) => of.map(({ name }) => name).join(', ')
  const madeUp = groups.find(({ demo, category }) => demo && category === null)
  return [
    ...(madeUp ? [word.demo(join(madeUp.protocols))] : []),
    ...groups.filter(({ category }) => category === null).map((group) => word.field(toGroupName(group)[locale], join(group.protocols))),
    word.window,
    ...measures.map((measure) => word[measure]),
    ...(measures.includes('holders') ? groups.filter(({ category }) => category === null).flatMap(({ insides }) => insideNotes(insides, locale)) : []),
  ]
}
