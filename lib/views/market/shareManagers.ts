import type { ManagerStatus, PoolReading } from '@/lib/domain/poolReading'
import type { Locale, Text } from '@/lib/domain/text'
import { formatNumber } from '../format'

/** What is known of a contract that gives out shares for positions in a pool. */
export const managerStatusTexts = {
  lookedThrough: { en: 'looked through', de: 'durchgesehen' },
  unbelieved: { en: 'counts as one provider, since its shares do not add up', de: 'zählt als ein Anbieter, weil seine Anteile nicht aufgehen' },
  found: { en: 'found now, looked through from the next reading on', de: 'jetzt gefunden, ab der nächsten Lesung durchgesehen' },
} as const satisfies Record<ManagerStatus, Text>

const words = {
  en: {
    one: 'One manager of liquidity is looked through: what it has in the pool is told of those who have its shares.',
    some: (count: string) => `${count} managers of liquidity are looked through: what they have in the pool is told of those who have their shares.`,
    missing: ' What such a manager holds beside the pool is in no figure. Fees are counted before it keeps its own part of them; what it takes out of the pool and does not put back counts as taken out by all its owners, also where it keeps or loses it.',
  },
  de: {
    one: 'Ein Verwalter von Liquidität ist durchgesehen: Was er im Pool hat, steht bei denen, die seine Anteile haben.',
    some: (count: string) => `${count} Verwalter von Liquidität sind durchgesehen: Was sie im Pool haben, steht bei denen, die ihre Anteile haben.`,
    missing: ' Was ein solcher Verwalter neben dem Pool hält, steht in keiner Zahl. Gebühren sind gezählt, bevor er seinen Teil davon behält; was er aus dem Pool nimmt und nicht zurücklegt, zählt als Entnahme aller seiner Eigentümer, auch wo er es behält oder verliert.',
  },
} as const

/**
 * What figures of a pool do not include where managers of liquidity are looked through.
 *
 * @returns null where there are none
 * @example shareManagersNote({ contractProviders: undefined }, 'en') // null
 */
export function shareManagersNote({ contractProviders }: Pick<PoolReading, 'contractProviders'>, locale: Locale): string | null {
  const count = contractProviders?.managers?.filter(({ status }) => status === 'lookedThrough').length ?? 0
  const word = words[locale]
  return count === 0 ? null : (count === 1 ? word.one : word.some(formatNumber(count, 'count', locale))) + word.missing
}
