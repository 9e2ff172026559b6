import type { Locale } from '@/lib/domain/text'
import type { Superuser, Superusers } from '@/lib/domain/superuser'
import { formatNumber, formatTime } from './format'
import { shortAddress } from './holderRow'
import { insideNotes } from './insideNotes'

/** Writes an address as people read it (EIP-55). */
export type DisplayAddress = (address: Superuser['account']) => string

/** What a superuser is called: by its label, else by its address in short. */
export const superuserName = ({ name, account }: Pick<Superuser, 'name' | 'account'>, displayAddress: DisplayAddress): string => name ?? shortAddress(displayAddress(account))

const words = {
  en: {
    many: (count: string, protocols: string) => (count === '1' ? `One account is among the 100 largest holders of at least ${protocols} protocols` : `${count} accounts are among the 100 largest holders of at least ${protocols} protocols`),
    none: (lists: string) => `No account is among the 100 largest holders of two of the ${lists} protocols.`,
    least: (name: string, count: string) => ` First comes ${name}: among the 100 largest of ${count}.`,
    pools: (count: string) => (count === '1' ? ' One account is a large provider of at least two pools.' : ` ${count} accounts are large providers of at least two pools.`),
    numbers: ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
    then: (count: string, protocols: string) => `, ${count} of at least ${protocols}`,
    lens: 'Lens: headline (what can be spent, looked through contracts, addresses of one owner together, also of what another protocol’s labels say).',
    left: 'Who holds for others is left out: exchanges, pools, vaults, bridges, burn addresses and their like, as far as labels say so. Contracts that nobody could be named for stay.',
    blocks: (list: string) => `As of: ${list}.`,
    block: (name: string, block: string, time: string) => `${name} block ${block} (${time})`,
    missing: (names: string) => `Without a list of holders yet: ${names}.`,
    noPools: 'No pool has a reading yet: only holders are compared.',
    pooled: (currency: string) => `Of all liquidity and of all fees: added up over all pools in ${currency}, as far as fees could be priced.`,
    unpooled: 'Pools have no currency in common, so what they are worth together is not told.',
    currencies: { dollar: 'dollars', ether: 'ether', quote: '' },
    line: (place: string, all: string) => `Superuser, place ${place} of ${all}: `,
    among: (names: string) => `among the 100 largest holders of ${names}.`,
    providing: (names: string) => `Large provider in ${names}.`,
    demo: (names: string) => `Demo data, made up: ${names}. They are compared only with one another.`,
  },
  de: {
    many: (count: string, protocols: string) => (count === '1' ? `Ein Konto gehört bei mindestens ${protocols} Protokollen zu den 100 größten Haltern` : `${count} Konten gehören bei mindestens ${protocols} Protokollen zu den 100 größten Haltern`),
    none: (lists: string) => `Kein Konto gehört bei zwei der ${lists} Protokolle zu den 100 größten Haltern.`,
    least: (name: string, count: string) => ` An erster Stelle steht ${name}: unter den 100 größten von ${count}.`,
    pools: (count: string) => (count === '1' ? ' Ein Konto ist großer Anbieter in mindestens zwei Pools.' : ` ${count} Konten sind große Anbieter in mindestens zwei Pools.`),
    numbers: ['zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'],
    then: (count: string, protocols: string) => `, bei mindestens ${protocols} sind es ${count}`,
    lens: 'Sicht: die der Hauptzahlen (was sich ausgeben lässt, durch Contracts geschaut, Adressen eines Eigentümers zusammen, auch nach den Bezeichnungen anderer Protokolle).',
    left: 'Wer für andere hält, ist weggelassen: Börsen, Pools, Vaults, Brücken, Burn-Adressen und Ähnliches, soweit Bezeichnungen es sagen. Contracts, hinter denen niemand zu benennen war, bleiben.',
    blocks: (list: string) => `Stand: ${list}.`,
    block: (name: string, block: string, time: string) => `${name} Block ${block} (${time})`,
    missing: (names: string) => `Noch ohne Liste der Halter: ${names}.`,
    noPools: 'Noch ist von keinem Pool eine Ablesung gespeichert: Verglichen werden nur Halter.',
    pooled: (currency: string) => `Von aller Liquidität und von allen Gebühren: über alle Pools in ${currency} addiert, soweit Gebühren einen Preis haben.`,
    unpooled: 'Die Pools haben keine gemeinsame Währung; was sie zusammen wert sind, steht deshalb nicht da.',
    currencies: { dollar: 'Dollar', ether: 'Ether', quote: '' },
    line: (place: string, all: string) => `Großnutzer, Platz ${place} von ${all}: `,
    among: (names: string) => `unter den 100 größten Haltern von ${names}.`,
    providing: (names: string) => `Großer Anbieter in ${names}.`,
    demo: (names: string) => `Demodaten, erfunden: ${names}. Sie werden nur untereinander verglichen.`,
  },
} as const

/**
 * How many accounts are among the largest of how many protocols, and who comes first.
 *
 * @example superusersSentence(found, displayAddress, 'en')
 * // '7 accounts are among the 100 largest holders of at least three protocols, 19 of at least two. First comes Fund: among the 100 largest of four.'
 */
export function superusersSentence({ superusers, lists }: Pick<Superusers, 'superusers' | 'lists'>, displayAddress: DisplayAddress, locale: Locale): string {
  const word = words[locale]
  const count = (value: number) => formatNumber(value, 'count', locale)
  const spelt = (value: number) => word.numbers[value - 2] ?? count(value)
  const atLeast = (protocols: number) => superusers.filter(({ among }) => among.hundred >= protocols).length
  const [first] = superusers
  const inPools = superusers.filter(({ largeIn }) => largeIn > 1).length
  const pools = inPools > 0 ? word.pools(count(inPools)) : ''
  if (!first || atLeast(2) === 0) return word.none(count(lists.length)) + pools
  // What is rarest is said first; two protocols are the least that makes a superuser.
  const most = [3, 2].filter((protocols) => atLeast(protocols) > 0)
  const [one, other] = most as [number, number | undefined]
  const counted = word.many(count(atLeast(one)), spelt(one)) + (other ? word.then(count(atLeast(other)), spelt(other)) : '')
  return `${counted}.${word.least(superuserName(first, displayAddress), spelt(first.among.hundred))}${pools}`
}

/** What all figures of superusers rest on. */
export function superusersNotes({ lists, pools, superusers, missing, insides }: Pick<Superusers, 'lists' | 'pools' | 'superusers' | 'missing' | 'insides'>, locale: Locale): string[] {
  const word = words[locale]
  const demo = lists.filter((list) => list.demo).map(({ protocolName }) => protocolName)
  const blocks = lists.map(({ protocolName, block, timestamp }) => word.block(protocolName, formatNumber(block, 'count', locale), formatTime(timestamp, locale)))
  return [
    ...(demo.length > 0 ? [word.demo(demo.join(', '))] : []),
    ...(blocks.length > 0 ? [word.blocks(blocks.join('; '))] : []),
    word.lens,
    word.left,
    ...(pools.length === 0 ? [word.noPools] : [...new Set(superusers.filter((one) => one.pools.length > 0).map(({ ofAll }) => (ofAll ? word.pooled(word.currencies[ofAll.currency]) : word.unpooled)))]),
    ...(missing.length > 0 ? [word.missing(missing.join(', '))] : []),
    ...insideNotes(insides, locale),
  ]
}

/**
 * Where an account is large, in a line for its own page.
 *
 * @returns null where it is no superuser
 * @example superuserLine(found, whale, 'en') // 'Superuser, place 1 of 7: among the 100 largest holders of Uniswap, Compound.'
 */
export function superuserLine({ superusers, lists, pools }: Pick<Superusers, 'superusers' | 'lists' | 'pools'>, account: Superuser['account'], locale: Locale): string | null {
  const word = words[locale]
  const place = superusers.findIndex((one) => one.account === account || one.addresses.includes(account))
  const found = superusers[place]
  if (!found) return null
  const count = (value: number) => formatNumber(value, 'count', locale)
  const inProtocols = lists.filter(({ protocol }) => found.holdings.some((one) => one.protocol === protocol && one.among.includes('hundred'))).map(({ protocolName }) => protocolName)
  const inPools = pools.filter(({ protocol, pool }) => found.pools.some((one) => one.protocol === protocol && one.pool === pool && one.isLarge)).map(({ name }) => name)
  const told = [inProtocols.length > 0 && word.among(inProtocols.join(', ')), inPools.length > 0 && word.providing(inPools.join(', '))]
  return word.line(count(place + 1), count(superusers.length)) + told.filter((part) => part !== false).join(' ')
}
