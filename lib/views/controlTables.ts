import type { Address } from '@/lib/domain/address'
import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import type { ControlFigure, WeakestWay } from '@/lib/governance/controlFigures'
import type { ControlStep } from '@/lib/governance/controlTree'
import { toAccountHref, toNothingCell } from './accountCells'
import { againText, codeText, delayText, figureText, gapText, groupText, kindText, powerText, signaturesText, wayText } from './controlWords'
import { formatNumber } from './format'
import { shortAddress } from './holderRow'

const words = {
  en: {
    tree: 'Who controls whom', level: 'Level', account: 'Account', what: 'What it is', may: 'What it may do with the one above', agree: 'Must agree', delay: 'Waiting time', evidence: 'Evidence', missing: 'Could not be read', asked: 'asked about',
    keys: 'How many keys', contract: 'Contract', power: 'Who may', fewest: 'Fewest signatures', time: 'Time to leave', example: 'For example', quicker: 'Quicker', vote: 'By vote',
    weakest: (signatures: string, time: string, name: string) => `Of all these contracts ${name} is changed most easily: ${signatures} can replace its code, ${time}.`,
    none: 'Signatures alone replace no code of these contracts.', fixed: (count: string) => `Of ${count} the code is fixed.`, byVote: (count: string) => `Of ${count} it takes a vote.`, unread: (count: string) => `Of ${count} it could not be read.`,
    noDelay: 'at once', afterDelay: (delay: string) => `after ${delay}`, atMost: 'at most',
    steps: (steps: string, contracts: string) => `${steps} steps lead from ${contracts} contracts to keys, votes, or where nobody knows on.`,
    keysNote: 'Distinct keys; who sits in several Safes signs once. Waiting times of timelocks add up; how long a vote takes is not in it.', boundNote: '“At most”: on the way is something that could not be read, and there may be a way of fewer signatures.',
    partNote: 'The tree is longer than what is written here.',
  },
  de: {
    tree: 'Wer wen kontrolliert', level: 'Ebene', account: 'Konto', what: 'Was es ist', may: 'Was es mit dem darüber darf', agree: 'Zustimmen müssen', delay: 'Wartezeit', evidence: 'Beleg', missing: 'Nicht lesbar war', asked: 'danach ist gefragt',
    keys: 'Wie viele Schlüssel', contract: 'Contract', power: 'Wer kann', fewest: 'Wenigste Unterschriften', time: 'Zeit zum Gehen', example: 'Zum Beispiel', quicker: 'Schneller', vote: 'Durch Abstimmung',
    weakest: (signatures: string, time: string, name: string) => `Von allen diesen Contracts lässt sich ${name} am leichtesten ändern: Für neuen Code braucht es ${signatures} (${time}).`,
    none: 'Unterschriften allein tauschen bei keinem dieser Contracts den Code aus.', fixed: (count: string) => `Bei ${count} steht der Code fest.`, byVote: (count: string) => `Bei ${count} braucht es eine Abstimmung.`, unread: (count: string) => `Bei ${count} ließ es sich nicht lesen.`,
    noDelay: 'ohne Wartezeit', afterDelay: (delay: string) => `Wartezeit: ${delay}`, atMost: 'höchstens',
    steps: (steps: string, contracts: string) => `${steps} Schritte führen von ${contracts} Contracts zu Schlüsseln, Abstimmungen oder dorthin, wo niemand weiterweiß.`,
    keysNote: 'Verschiedene Schlüssel; wer in mehreren Safes sitzt, unterschreibt einmal. Wartezeiten von Timelocks addieren sich; wie lange eine Abstimmung dauert, ist nicht enthalten.', boundNote: '„Höchstens“: Auf dem Weg ließ sich etwas nicht lesen, und es kann einen Weg mit weniger Unterschriften geben.',
    partNote: 'Der Baum ist länger als das, was hier steht.',
  },
} as const

/** How accounts are called and written. */
export interface ControlWords {
  /** null for those without a name */
  nameOf: (account: Address) => string | null
  displayAddress: (account: Address) => string
}

/** An account by its name, or short; it leads to its page. */
export function toNamedCell(account: Address, { nameOf, displayAddress }: ControlWords, locale: Locale, before = ''): Cell {
  const address = displayAddress(account)
  return { value: address, text: before + (nameOf(account) ?? shortAddress(address)), href: toAccountHref(address, locale) }
}

const toTextCell = (text: string | null, locale: Locale): Cell => (text ? { value: text, text } : toNothingCell(locale))

/**
 * The tree line by line: a step deeper, a dash more before the name.
 *
 * @example controlTree(steps, controlWords, 'en').rows[1]?.[1]?.text // '— Foundation (Safe)'
 */
export function controlTree(steps: readonly ControlStep[], control: ControlWords, locale: Locale): Table {
  const word = words[locale]
  const column = (id: string, label: string, numeric = false) => ({ id, label, numeric })
  return {
    caption: word.tree,
    columns: [
      column('account', word.account), column('level', word.level, true), column('what', word.what), column('may', word.may), column('agree', word.agree), column('delay', word.delay),
      column('evidence', word.evidence), column('missing', word.missing),
    ],
    rows: steps.map((step) => {
      const { account, depth, way, said, gaps, group } = step
      const dashes = '— '.repeat(depth)
      const write = (other: Address) => control.nameOf(other) ?? control.displayAddress(other)
      const what = [kindText(step, locale), codeText(write, step, locale), againText(step, locale)].filter((text) => text !== null).join('; ')
      return [
        account ? toNamedCell(account, control, locale, dashes) : { value: null, text: dashes + kindText(step, locale) },
        { value: depth, text: formatNumber(depth, 'count', locale) },
        { value: step.kind, text: what },
        way ? { value: way.power, text: wayText(way, locale) } : { value: null, text: word.asked },
        toTextCell(groupText(group, locale), locale),
        way ? { value: way.delay, text: delayText(way.delay, locale) } : toNothingCell(locale),
        toTextCell([way?.evidence, ...said].filter((text) => text !== undefined).join('; '), locale),
        toTextCell(gaps.map((gap) => gapText(gap, locale)).join('; '), locale),
      ]
    }),
  }
}

/**
 * How many keys each contract's code and settings hang on, and how long users have.
 *
 * @example keysTable(figures, controlWords, 'en').rows[0]?.map(({ text }) => text) // ['Pool', 'replace its code', '3 signatures', '2 days', …]
 */
export function keysTable(figures: readonly ControlFigure[], control: ControlWords, locale: Locale): Table {
  const word = words[locale]
  const column = (id: string, label: string, numeric = false) => ({ id, label, numeric })
  const name = (account: Address) => toNamedCell(account, control, locale).text
  const names = (accounts: readonly Address[]) => toTextCell(accounts.map(name).join(', '), locale)
  const quicker = ({ delay, ...way }: WeakestWay) => `${figureText({ status: way.governors.length > 0 ? 'vote' : 'keys', weakest: { delay, ...way }, isBound: false }, locale)}, ${delayText(delay, locale)}`
  return {
    caption: word.keys,
    columns: [
      column('contract', word.contract), column('power', word.power), column('fewest', word.fewest, true), column('time', word.time, true), column('example', word.example), column('quicker', word.quicker),
      column('vote', word.vote), column('missing', word.missing),
    ],
    rows: figures.map((figure) => {
      const { root, power, weakest, quickest, byVote, gaps } = figure
      return [
        { ...toNamedCell(root.address, control, locale), text: root.name },
        { value: power, text: powerText(power, locale) },
        { value: weakest ? weakest.signatures : null, text: figureText(figure, locale) },
        weakest ? { value: weakest.delay, text: delayText(weakest.delay, locale) } : toNothingCell(locale),
        names(weakest?.keys ?? []),
        toTextCell(quickest && quicker(quickest), locale),
        names(byVote),
        toTextCell(gaps.map(({ account, ...gap }) => `${name(account)}: ${gapText(gap, locale)}`).join('; '), locale),
      ]
    }),
  }
}

/** What the figures of codes say together. */
export function keysSentence(figures: readonly ControlFigure[], locale: Locale): string {
  const word = words[locale]
  const codes = figures.filter(({ power }) => power === 'code')
  const count = (status: ControlFigure['status']) => codes.filter((figure) => figure.status === status).length
  const rest = ([['nobody', word.fixed], ['vote', word.byVote], ['unread', word.unread]] as const).flatMap(([status, say]) => (count(status) > 0 ? [say(formatNumber(count(status), 'count', locale))] : []))
  const least = codes.filter(({ status }) => status === 'keys').sort((a, b) => a.weakest!.signatures - b.weakest!.signatures || a.weakest!.delay - b.weakest!.delay)[0]
  const first = least ? word.weakest((least.isBound ? `${word.atMost} ` : '') + signaturesText(least.weakest!, locale), toAfter(least.weakest!.delay, locale), least.root.name) : word.none
  return [first, ...rest].join(' ')
}

const toAfter = (delay: number, locale: Locale): string => (delay === 0 ? words[locale].noDelay : words[locale].afterDelay(delayText(delay, locale)))

/** How many steps the tree has. */
export const controlTreeSentence = (steps: readonly ControlStep[], locale: Locale): string =>
  words[locale].steps(formatNumber(steps.filter(({ depth }) => depth > 0).length, 'count', locale), formatNumber(steps.filter(({ depth }) => depth === 0).length, 'count', locale))

/** What must be known to read the figures, and whether the tree was cut. */
export const controlNotes = (kind: 'keys' | 'tree', whole: boolean, locale: Locale): string[] =>
  kind === 'keys' ? [words[locale].keysNote, words[locale].boundNote] : whole ? [] : [words[locale].partNote]
