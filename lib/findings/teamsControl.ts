import type { FindingFigure, Judgement, Verdict } from '../domain/finding'
import type { Text } from '../domain/text'
import { countInFewHands, type ContractHands } from '../governance/contractHands'
import type { Thesis } from './thesis'

/** What a security council has at least to be more than a few: 6 of 8 must agree (L2BEAT’s stage 1). */
const council = 6
/** Of fewer proposals no rate is told. */
const leastDecided = 10

/** Who can change a protocol’s contracts without a vote, and what its insiders do where there is one. */
export interface TeamsControlEvidence {
  /** null before keys were first read */
  contracts: readonly ContractHands[] | null
  /** The same of their code alone */
  codes: readonly ContractHands[]
  /** Decided proposals that can be told; null where nobody is labelled as team, investor or foundation */
  decisions: { decided: number; enough: number; needed: number; either: number } | null
  /** Of all votes that can be cast; null where votes or insiders are not known */
  insiderVotes: number | null
}

type Answer = 'yes' | 'between' | 'no' | 'untold'

const answer = (least: number, most: number, of: number): Answer => (of === 0 ? 'untold' : least * 2 >= of ? 'yes' : most * 4 < of ? 'no' : 'between')

/**
 * Core teams keep control: by keys, or by their votes.
 *
 * @example teamsControl.judge({ contracts: null, codes: [], decisions: null, insiderVotes: null }).verdict // 'cannotBeTold'
 */
export const teamsControl: Thesis<TeamsControlEvidence> = {
  id: 'teamsControl',
  title: { en: 'Core teams keep control', de: 'Kernteams behalten die Kontrolle' },
  statement: {
    en: 'What calls itself decentralised stays with those who built it: a few keys can change the contracts, and where there is a vote, insiders decide it.',
    de: 'Was sich dezentral nennt, bleibt bei denen, die es gebaut haben: Wenige Schlüssel können die Contracts ändern, und wo abgestimmt wird, entscheiden Insider.',
  },
  confirms: {
    en: 'At least half of a protocol’s contracts can be changed by a few signatures without a vote, or insiders decide at least half of its proposals.',
    de: 'Mindestens die Hälfte der Contracts eines Protokolls lässt sich mit wenigen Unterschriften ohne Abstimmung ändern, oder Insider entscheiden mindestens die Hälfte der Vorschläge.',
  },
  refutes: {
    en: 'Less than a quarter of the contracts are in the hands of a few keys, and insiders decide less than a quarter of the proposals.',
    de: 'Weniger als ein Viertel der Contracts liegt in der Hand weniger Schlüssel, und Insider entscheiden weniger als ein Viertel der Vorschläge.',
  },
  measure: {
    en: 'Of the contracts that the protocol’s file names, those of which fewer than six signatures without a vote can replace the code, act through the contract or use an owner’s or a role’s rights in it (six of eight is the least that L2BEAT asks of a security council); who may only stop something does not count. Of the decided proposals, those that labelled insiders (team, investors, treasury, foundation, timelock) decided alone, or that would have ended otherwise without them (after Kitzler et al. 2023).',
    de: 'Von den Contracts, die die Datei des Protokolls nennt, die, bei denen weniger als sechs Unterschriften ohne Abstimmung genügen, um den Code auszutauschen, durch den Contract zu handeln oder Rechte eines Eigentümers oder einer Rolle darin zu nutzen (sechs von acht sind das Mindeste, was L2BEAT von einem Sicherheitsrat verlangt); wer nur etwas aufhalten kann, zählt nicht. Von den entschiedenen Vorschlägen die, die bezeichnete Insider (Team, Investoren, Treasury, Stiftung, Timelock) allein entschieden haben oder die ohne sie anders ausgegangen wären (nach Kitzler et al. 2023).',
  },
  rule: {
    en: 'Holds where at least half of the contracts are certainly in the hands of fewer than six keys, or insiders decided at least half of ten or more proposals. Does not hold where both can be told and both are below a quarter, contracts that could not be read counted in. Mixed in between. Cannot be told where neither can be told, or one cannot and the other is below a quarter.',
    de: 'Trifft zu, wo mindestens die Hälfte der Contracts sicher in der Hand von weniger als sechs Schlüsseln liegt oder Insider mindestens die Hälfte von zehn oder mehr Vorschlägen entschieden haben. Trifft nicht zu, wo sich beides sagen lässt und beides unter einem Viertel liegt, nicht lesbare Contracts mitgezählt. Dazwischen gemischt. Lässt sich nicht sagen, wo sich keines von beiden sagen lässt oder eines nicht und das andere unter einem Viertel liegt.',
  },
  limits: [
    {
      en: 'The chain tells how many must sign, not who they are: keys may be kept by people outside the team, and one person may keep several.',
      de: 'Die Chain sagt, wie viele unterschreiben müssen, nicht, wer sie sind: Schlüssel können bei Menschen außerhalb des Teams liegen, und einer kann mehrere haben.',
    },
    {
      en: 'Only the contracts that the protocol’s file names are asked about, and each counts as one, whatever lies in it. What a right of an owner or a role allows stands in the code alone.',
      de: 'Gefragt wird nur nach den Contracts, die die Datei des Protokolls nennt, und jeder zählt gleich viel, was auch in ihm liegt. Was ein Recht eines Eigentümers oder einer Rolle erlaubt, steht allein im Code.',
    },
    {
      en: 'Insiders are those whom somebody has labelled: their part in decisions is a lower bound.',
      de: 'Insider sind die, die jemand so bezeichnet hat: Ihr Anteil an den Entscheidungen ist eine untere Schranke.',
    },
  ],
  lead: { figure: 'byFewKeys', name: { en: 'Contracts that fewer than six keys can change', de: 'Contracts, die weniger als sechs Schlüssel ändern können' }, format: 'share' },
  charts: ['contractHands', 'keysTable', 'controlTree', 'decisionRates'],
  judge: (evidence) => {
    const few = countInFewHands(evidence.contracts ?? [], council)
    const { decided, either } = evidence.decisions ?? { decided: 0, either: 0 }
    const [keys, votes] = [answer(few.least, few.most, few.of), decided < leastDecided ? 'untold' as const : answer(either, either, decided)]
    return { verdict: toVerdict(keys, votes), reason: toReason(evidence, few.most > few.least), figures: toFigures(evidence) }
  },
}

function toVerdict(keys: Answer, votes: Answer): Verdict {
  const answers = [keys, votes]
  if (answers.includes('yes')) return 'holds'
  if (answers.includes('between')) return 'mixed'
  return answers.includes('untold') ? 'cannotBeTold' : 'doesNotHold'
}

function toReason({ contracts, decisions }: TeamsControlEvidence, isOpen: boolean): Text {
  const keys: Text = contracts && contracts.length > 0
    ? {
      en: `Fewer than six keys can change {byFewKeys} of its {contracts} contracts without a vote${isOpen ? ' (at most {byFewKeysAtMost}: something could not be read)' : ''}`,
      de: `Weniger als sechs Schlüssel können {byFewKeys} der {contracts} Contracts ohne Abstimmung ändern${isOpen ? ' (höchstens {byFewKeysAtMost}: Etwas war nicht lesbar)' : ''}`,
    }
    : { en: 'Who keeps its keys was not read', de: 'Wer die Schlüssel hat, ist nicht gelesen' }
  const votes: Text = !decisions
    ? { en: 'no account is labelled as an insider of whom votes could be followed', de: 'kein Konto ist als das eines Insiders bezeichnet, dessen Stimmen sich verfolgen ließen' }
    : decisions.decided < leastDecided
      ? { en: 'only {decided} proposals are decided, too few for a rate', de: 'erst {decided} Vorschläge sind entschieden, zu wenige für eine Quote' }
      : {
        en: 'insiders decided {insidersDecisive} of {decided} proposals: {insidersEnough} alone, {insidersNeeded} would have ended otherwise without them',
        de: 'Insider haben {insidersDecisive} von {decided} Vorschlägen entschieden: {insidersEnough} allein, {insidersNeeded} wären ohne sie anders ausgegangen',
      }
  return { en: `${keys.en}; ${votes.en}.`, de: `${keys.de}; ${votes.de}.` }
}

function toFigures({ contracts, codes, decisions, insiderVotes }: TeamsControlEvidence): FindingFigure[] {
  const share = (count: number, of: number) => (of === 0 ? null : count / of)
  const few = countInFewHands(contracts ?? [], council)
  const part = (id: string, en: string, de: string, count: number, of: number): FindingFigure => ({ id, name: { en, de }, value: share(count, of), format: 'share' })
  const inHands = (hands: ContractHands['hands']) => (contracts ? contracts.filter((one) => one.hands === hands).length : null)
  const signatures = (contracts ?? []).flatMap((one) => one.signatures ?? [])
  const decided = decisions?.decided ?? 0
  return [
    part('byFewKeys', 'Contracts that fewer than six keys can change', 'Contracts, die weniger als sechs Schlüssel ändern können', few.least, few.of),
    part('byFewKeysAtMost', 'The same with those that could not be read', 'Dasselbe mit denen, die nicht lesbar waren', few.most, few.of),
    part('codeByFewKeys', 'Contracts whose code fewer than six keys can replace', 'Contracts, deren Code weniger als sechs Schlüssel austauschen können', countInFewHands(codes, council).least, codes.length),
    { id: 'contracts', name: { en: 'Contracts asked about', de: 'Contracts, nach denen gefragt ist' }, value: contracts?.length ?? null, format: 'count' },
    { id: 'withKeys', name: { en: 'Of them with keys', de: 'Davon mit Schlüsseln' }, value: inHands('keys'), format: 'count' },
    { id: 'byVote', name: { en: 'Of them by vote alone', de: 'Davon nur durch Abstimmung' }, value: inHands('vote'), format: 'count' },
    { id: 'byNobody', name: { en: 'Of them by nobody', de: 'Davon durch niemanden' }, value: inHands('nobody'), format: 'count' },
    { id: 'byAnybody', name: { en: 'Of them by anybody', de: 'Davon durch jeden' }, value: inHands('anybody'), format: 'count' },
    { id: 'unread', name: { en: 'Of them not readable', de: 'Davon nicht lesbar' }, value: inHands('unread'), format: 'count' },
    { id: 'fewestSignatures', name: { en: 'Fewest signatures', de: 'Wenigste Unterschriften' }, value: signatures.length > 0 ? Math.min(...signatures) : null, format: 'count' },
    part('insidersDecisive', 'Decided by insiders', 'Von Insidern entschieden', decisions?.either ?? 0, decided),
    part('insidersEnough', 'Insiders decided alone', 'Insider entschieden allein', decisions?.enough ?? 0, decided),
    part('insidersNeeded', 'Would have ended otherwise without insiders', 'Wären ohne Insider anders ausgegangen', decisions?.needed ?? 0, decided),
    { id: 'decided', name: { en: 'Decided proposals', de: 'Entschiedene Vorschläge' }, value: decisions?.decided ?? null, format: 'count' },
    { id: 'insiderVotes', name: { en: 'Votes of insiders', de: 'Stimmen von Insidern' }, value: insiderVotes, format: 'share' },
  ]
}
