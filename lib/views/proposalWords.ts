import type { Address } from '@/lib/domain/address'
import { toRatio } from '@/lib/domain/amount'
import { supports, type CountingRule, type Tally } from '@/lib/domain/ballot'
import type { Cell } from '@/lib/domain/chartSpec'
import { toProposalWord, type ProposalName } from '@/lib/domain/proposalWord'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { untoldReasons, type Flip, type Outcome } from '@/lib/governance/outcome'
import type { NameOf } from './decidedProposal'
import { formatAmount, formatNumber } from './format'
import { shortAddress } from './holderRow'
import { toHref } from './href'

/** The page of a proposal. */
export const toProposalHref = (slug: string, proposal: ProposalName, locale: Locale): string => toHref(locale, `/protocols/${slug}/proposals/${toProposalWord(proposal)}`)

const mostLetters = 90
const untitled = { en: '(no title)', de: '(ohne Titel)' } as const

/**
 * A title as it stands on a page: in one line, without letters that turn the direction of others or show nothing, and cut where it is long.
 * Whoever proposed wrote it.
 *
 * @example toTitleText('# Raise\n  the reward', 'en') // 'Raise the reward'
 */
export function toTitleText(title: string, locale: Locale): string {
  const line = title.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').replace(/^ ?#+ /, '').trim()
  if (line === '') return untitled[locale]
  const letters = [...line]
  return letters.length <= mostLetters ? line : `${letters.slice(0, mostLetters - 1).join('').trimEnd()}…`
}

/** Who somebody is: the name that a label gives, or the address in short. */
export const toVoterName = (voter: Address, nameOf: NameOf, display: (address: Address) => string): string => nameOf(voter) ?? shortAddress(display(voter))

/** Votes to read, in tokens. */
export const toVotesCell = (units: bigint, { decimals }: Pick<Token, 'decimals'>, locale: Locale): Cell => ({ value: String(units), text: formatAmount({ units, decimals }, locale) })

const words = {
  en: {
    alone: (name: string) => `${name} alone could have turned this outcome.`,
    several: (name: string, others: string) => `${name} alone could have turned this outcome, and so could each of ${others} other voters.`,
    together: (fewest: string, atMost: boolean) => `Nobody who voted could have turned this outcome alone; it would have taken ${atMost ? 'at most ' : ''}${fewest} of them.`,
    nobody: 'Not even all who voted, together, could have turned this outcome.',
    absentAlone: (name: string) => ` ${name}, who had votes and cast none or not all, could have.`,
    absentTogether: (fewest: string) => ` With those who did not vote, ${fewest} would have been enough.`,
    untold: (reason: string) => `Who was decisive cannot be told: ${reason}.`,
    rule: (quorum: string, of: string, majority: string) => `It passes with at least ${quorum} votes ${of} and ${majority}.`,
    half: 'more votes for than against', share: (share: string) => `more than ${share} of the votes for and against in favour`,
    and: ' and ', noQuorum: (majority: string) => `It passes with ${majority}; there is no quorum.`, noRule: 'Nobody says what it takes to pass.',
    with: (support: string) => ({ for: 'for it', against: 'against it', abstain: 'in abstention' })[support] ?? support,
  },
  de: {
    alone: (name: string) => `${name} hätte diese Entscheidung allein kippen können.`,
    several: (name: string, others: string) => `${name} hätte diese Entscheidung allein kippen können, ebenso jeder von ${others} weiteren Abstimmenden.`,
    together: (fewest: string, atMost: boolean) => `Niemand, der abgestimmt hat, hätte diese Entscheidung allein kippen können; es hätte ${atMost ? 'höchstens ' : ''}${fewest} von ihnen gebraucht.`,
    nobody: 'Nicht einmal alle, die abgestimmt haben, hätten diese Entscheidung gemeinsam kippen können.',
    absentAlone: (name: string) => ` ${name} hatte Stimmen, gab keine oder nicht alle ab und hätte es gekonnt.`,
    absentTogether: (fewest: string) => ` Mit denen, die nicht abgestimmt haben, hätten ${fewest} genügt.`,
    untold: (reason: string) => `Wer den Ausschlag gab, lässt sich nicht sagen: ${reason}.`,
    rule: (quorum: string, of: string, majority: string) => `Angenommen ist, was mindestens ${quorum} Stimmen ${of} und ${majority} hat.`,
    half: 'mehr Stimmen dafür als dagegen', share: (share: string) => `mehr als ${share} der Stimmen dafür und dagegen für sich`,
    and: ' und ', noQuorum: (majority: string) => `Angenommen ist, was ${majority} hat; ein Quorum gibt es nicht.`, noRule: 'Niemand sagt, was zur Annahme nötig ist.',
    with: (support: string) => ({ for: 'dafür', against: 'dagegen', abstain: 'in Enthaltung' })[support] ?? support,
  },
} as const

/**
 * Who could have turned an outcome, as a sentence.
 *
 * @example toFlipSentence(outcome, nameOf, toChecksumAddress, 'en') // 'Whale alone could have turned this outcome.'
 */
export function toFlipSentence({ ruling }: Pick<Outcome, 'ruling'>, nameOf: NameOf, display: (address: Address) => string, locale: Locale): string {
  const word = words[locale]
  if (typeof ruling === 'string') return word.untold(untoldReasons[ruling][locale])
  const { flip, flipWithAbsent } = ruling
  const count = (value: number) => formatNumber(value, 'count', locale)
  const name = ({ largest }: Flip) => toVoterName(largest[0]!, nameOf, display)
  if (flip.alone > 0) return flip.alone === 1 ? word.alone(name(flip)) : word.several(name(flip), count(flip.alone - 1))
  const own = flip.fewest ? word.together(count(flip.fewest.count), !flip.fewest.exact) : word.nobody
  if (!flipWithAbsent) return own
  if (flipWithAbsent.alone > 0) return own + word.absentAlone(name(flipWithAbsent))
  return flipWithAbsent.fewest && (!flip.fewest || flipWithAbsent.fewest.count < flip.fewest.count) ? own + word.absentTogether(count(flipWithAbsent.fewest.count)) : own
}

/**
 * What it takes to pass, as a sentence.
 *
 * @example toRuleText({ quorum: 4n * 10n ** 23n, quorumOf: ['for'], majority: half }, uni, 'en') // 'It passes with at least 400,000 votes for it and more votes for than against.'
 */
export function toRuleText(rule: CountingRule | null, token: Pick<Token, 'decimals'>, locale: Locale): string {
  const word = words[locale]
  if (!rule) return word.noRule
  const { quorum, quorumOf, majority: { numerator, denominator } } = rule
  const majority = numerator * 2n === denominator ? word.half : word.share(formatNumber(toRatio(numerator, denominator), 'share', locale))
  if (quorum === 0n) return word.noQuorum(majority)
  return word.rule(formatAmount({ units: quorum, decimals: token.decimals }, locale), quorumOf.map((support) => word.with(support)).join(word.and), majority)
}

/**
 * How somebody voted: one way, or each with its share.
 *
 * @example toSupportText({ for: 60n, against: 40n, abstain: 0n }, 'en') // '60.0% for, 40.0% against'
 */
export function toSupportText(parts: Tally, locale: Locale): string {
  const cast = (Object.keys(supports) as (keyof Tally)[]).filter((support) => parts[support] > 0n)
  const total = parts.for + parts.against + parts.abstain
  if (cast.length === 0) return '–'
  return cast.map((support) => (cast.length === 1 ? '' : `${formatNumber(toRatio(parts[support], total), 'share', locale)} `) + supports[support][locale]).join(', ')
}
