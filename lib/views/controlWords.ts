import type { Address } from '@/lib/domain/address'
import { controlGaps, controlKinds, controlMeans, controlPowers, type ControlMap, type ControlPower, type ControlWay } from '@/lib/domain/controlMap'
import type { Locale } from '@/lib/domain/text'
import type { ControlFigure, ControlGap, WeakestWay } from '@/lib/governance/controlFigures'
import type { ControlStep } from '@/lib/governance/controlTree'
import { formatNumber, toText } from './format'

const words = {
  en: {
    atOnce: 'at once', days: ['day', 'days'], hours: ['hour', 'hours'], minutes: ['minute', 'minutes'], seconds: ['second', 'seconds'],
    signatures: (count: string, one: boolean) => `${count} ${one ? 'signature' : 'signatures'}`, atMost: 'at most', vote: 'only by vote', voteAnd: (signatures: string) => `only by vote and ${signatures}`,
    anybody: 'anybody', nobody: 'nobody', unread: 'could not be read', of: 'of', may: (power: string) => `may ${power}`, loop: 'stands further up on this way', above: 'who stands behind it is written further up', codeOf: 'runs the code of',
    after: 'after', fixed: 'the code is fixed',
  },
  de: {
    atOnce: 'sofort', days: ['Tag', 'Tage'], hours: ['Stunde', 'Stunden'], minutes: ['Minute', 'Minuten'], seconds: ['Sekunde', 'Sekunden'],
    signatures: (count: string, one: boolean) => `${count} ${one ? 'Unterschrift' : 'Unterschriften'}`, atMost: 'höchstens', vote: 'nur durch Abstimmung', voteAnd: (signatures: string) => `nur durch Abstimmung und ${signatures}`,
    anybody: 'jeder', nobody: 'niemand', unread: 'nicht lesbar', of: 'von', may: (power: string) => `kann ${power}`, loop: 'steht auf diesem Weg schon weiter oben', above: 'wer dahintersteht, steht weiter oben', codeOf: 'führt den Code aus von',
    after: 'nach', fixed: 'der Code steht fest',
  },
} as const

const units = [['days', 86_400], ['hours', 3600], ['minutes', 60], ['seconds', 1]] as const

/**
 * How long something takes, in the largest unit that it fills.
 *
 * @example delayText(172_800, 'en') // '2 days'
 * @example delayText(0, 'de') // 'sofort'
 */
export function delayText(seconds: number, locale: Locale): string {
  if (seconds === 0) return words[locale].atOnce
  const [unit, length] = units.find(([, size]) => seconds >= size)!
  const count = seconds / length
  const text = toText(count, locale, { maximumFractionDigits: 1 })
  return `${text} ${words[locale][unit][text === '1' ? 0 : 1]}`
}

/** '3 signatures'. */
export const signaturesText = ({ signatures }: Pick<WeakestWay, 'signatures'>, locale: Locale): string => words[locale].signatures(formatNumber(signatures, 'count', locale), signatures === 1)

/** How many keys it takes: '3 signatures', 'at most 2 signatures', 'only by vote', 'nobody'. */
export function figureText({ status, weakest, isBound }: Pick<ControlFigure, 'status' | 'weakest' | 'isBound'>, locale: Locale): string {
  const word = words[locale]
  if (!weakest || status === 'anybody' || status === 'nobody' || status === 'unread') return status === 'keys' || status === 'vote' ? word.unread : word[status]
  const signed = signaturesText(weakest, locale)
  const bound = isBound ? `${word.atMost} ` : ''
  if (status === 'keys') return bound + signed
  return weakest.signatures === 0 ? word.vote + (isBound ? ` (${word.atMost})` : '') : word.voteAnd(bound + signed)
}

/** What a step may do with the one above it, and by what: 'may replace its code: admin of the proxy'. */
export function wayText({ power, means, detail }: Pick<ControlWay, 'power' | 'means' | 'detail'>, locale: Locale): string {
  return `${words[locale].may(controlPowers[power][locale])}: ${controlMeans[means][locale]}${detail === null ? '' : ` (${detail})`}`
}

/** How many of a group must agree: '3 of 5'; empty for one alone. */
export const groupText = (group: ControlStep['group'], locale: Locale): string =>
  group && group.members > 1 ? `${formatNumber(group.threshold, 'count', locale)} ${words[locale].of} ${formatNumber(group.members, 'count', locale)}` : ''

/** Why the tree does not go on at a step; null where it does. */
export const againText = ({ again }: Pick<ControlStep, 'again'>, locale: Locale): string | null => (again ? words[locale][again] : null)

/** Whose code a step runs. */
export const codeText = (write: (account: Address) => string, { implementation }: Pick<ControlStep, 'implementation'>, locale: Locale): string | null =>
  implementation ? `${words[locale].codeOf} ${write(implementation)}` : null

/** What could not be read of a step. */
export const gapText = ({ reason, detail }: Pick<ControlGap, 'reason' | 'detail'>, locale: Locale): string => controlGaps[reason][locale] + (detail ? ` (${detail})` : '')

/** What is asked of a contract: 'replace its code'. */
export const powerText = (power: ControlPower, locale: Locale): string => controlPowers[power][locale]

/** What an account is: 'Safe', 'key'; for nobody in particular, everybody. */
export const kindText = ({ kind }: Pick<ControlStep, 'kind'>, locale: Locale): string => (kind ? controlKinds[kind][locale] : words[locale].anybody)

/**
 * What the accounts of a map are called: by their label, else as the map's contracts are called; null for those without a name.
 *
 * @example toControlNames(map, labels)(timelock) // 'Timelock'
 */
export function toControlNames({ roots }: Pick<ControlMap, 'roots'>, labels: readonly { address: Address; name: string }[]): (account: Address) => string | null {
  const known = new Map([...roots, ...labels].map(({ address, name }) => [address, name]))
  return (account) => known.get(account) ?? null
}
