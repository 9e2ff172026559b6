import type { FindingFigure, Judgement } from '../domain/finding'
import type { Text } from '../domain/text'
import type { Decision } from '../governance/decisionRates'
import { decisionQuestions } from '../governance/decisionRates'
import { toMedian } from '../metrics/median'
import type { Thesis } from './thesis'

/** A decision with how many took part in it. */
export interface VotedDecision extends Decision {
  /** The fewest voters with at least half of what was cast; null where nothing was */
  minimalQuorum: number | null
  voters: number
}

/** What was decided in a protocol, of those proposals of which it can be told who was decisive. */
export interface WhalesEvidence {
  decisions: readonly VotedDecision[]
}

/** With fewer decisions one of them moves every share by more than a tenth. */
const fewestDecisions = 10
const few = 3

const words = {
  untold: { en: 'Only {decisions} decisions are known of which it can be told who was decisive; it takes ten.', de: 'Nur von {decisions} Entscheidungen ist bekannt, wer den Ausschlag geben konnte; es braucht zehn.' },
  none: { en: 'No decision is known of which it can be told who was decisive.', de: 'Von keiner Entscheidung ist bekannt, wer den Ausschlag geben konnte.' },
  told: {
    en: 'Three voters or fewer could have turned {fewCouldCount} of {decisions} decisions, and {withoutThreeCount} would have ended otherwise without the three largest voters.',
    de: 'Drei oder weniger hätten {fewCouldCount} von {decisions} Entscheidungen kippen können, und {withoutThreeCount} wären ohne die drei größten Abstimmenden anders ausgegangen.',
  },
} as const satisfies Record<string, Text>

export const whalesDecide: Thesis<WhalesEvidence> = {
  id: 'whalesDecide',
  title: { en: 'Whales decide', de: 'Wale entscheiden' },
  statement: {
    en: 'Everybody may vote, but a handful of large voters settle what happens.',
    de: 'Abstimmen dürfen alle, aber eine Handvoll großer Stimmen gibt den Ausschlag.',
  },
  confirms: {
    en: 'Three voters or fewer could have turned most decisions, and most would have ended otherwise without the three largest.',
    de: 'Drei oder weniger hätten die meisten Entscheidungen kippen können, und die meisten wären ohne die drei größten anders ausgegangen.',
  },
  refutes: {
    en: 'It takes more than three to turn most decisions, and most would have ended the same without the three largest.',
    de: 'Um die meisten Entscheidungen zu kippen, braucht es mehr als drei, und die meisten wären ohne die drei größten genauso ausgegangen.',
  },
  measure: {
    en: 'Every decided proposal is counted again under its own rule, quorum and majority, with everybody else’s vote as it was: how few of those who voted could have turned it together, and how it would have ended had the three largest stayed away (Fritsch, Müller and Wattenhofer 2022). Beside that the fewest voters with at least half of what was cast (minimal quorum, Falk et al. 2024), and one address, one vote. Voters are addresses as they voted: none are joined, none left out.',
    de: 'Jeder entschiedene Vorschlag wird nach seiner eigenen Regel, Quorum und Mehrheit, noch einmal ausgezählt, alle anderen Stimmen wie abgegeben: wie wenige der Abstimmenden ihn gemeinsam hätten kippen können und wie er ausgegangen wäre, wären die drei größten ferngeblieben (Fritsch, Müller und Wattenhofer 2022). Daneben die wenigsten Abstimmenden mit mindestens der Hälfte des Abgegebenen (minimales Quorum, Falk et al. 2024) und eine Stimme je Adresse. Abstimmende sind Adressen, wie sie abgestimmt haben: keine ist zusammengefasst, keine weggelassen.',
  },
  rule: {
    en: 'Holds where three voters or fewer could have turned at least half of the decisions and at least half would have ended otherwise without the three largest voters. Does not hold where neither is so; mixed where one is. With fewer than ten decisions it cannot be told.',
    de: 'Trifft zu, wo drei oder weniger mindestens die Hälfte der Entscheidungen hätten kippen können und mindestens die Hälfte ohne die drei größten Abstimmenden anders ausgegangen wäre. Trifft nicht zu, wo beides nicht so ist; gemischt, wo eines so ist. Bei weniger als zehn Entscheidungen lässt es sich nicht sagen.',
  },
  limits: [
    {
      en: 'One owner may vote from several addresses: then even fewer decide than it says here.',
      de: 'Ein Eigentümer kann mit mehreren Adressen abstimmen: Dann entscheiden noch weniger, als hier steht.',
    },
    {
      en: 'A delegate votes for many who gave it their votes. That few could decide does not say that they did so against the others.',
      de: 'Delegierte stimmen für viele, die ihnen ihre Stimmen gegeben haben. Dass wenige entscheiden können, heißt nicht, dass sie es gegen die anderen tun.',
    },
    {
      en: 'What was never put to a vote, because everybody knew how it would end, is in no figure.',
      de: 'Was nie zur Abstimmung kam, weil der Ausgang feststand, steht in keiner Zahl.',
    },
  ],
  lead: { figure: 'fewCould', name: { en: 'Decisions that three voters or fewer could have turned', de: 'Entscheidungen, die drei oder weniger hätten kippen können' }, format: 'share' },
  charts: ['decisionRates', 'decisiveRatesOverTime', 'decisionsOverTime'],
  judge,
}

/** How often something is so, of those decisions of which it can be told. */
function share(answers: readonly (boolean | null)[]): number | null {
  const told = answers.filter((answer) => answer !== null)
  return told.length === 0 ? null : told.filter(Boolean).length / told.length
}

function judge({ decisions }: WhalesEvidence): Judgement {
  const couldBeTurned = decisions.map(({ ruling: { flip } }) => flip.fewest !== null && flip.fewest.count <= few)
  const wereTurned = decisions.map(({ ruling: { passed, passedWithout } }) => passedWithout.find(({ largest }) => largest === few)!.passed !== passed)
  const [fewCould, without] = [share(couldBeTurned), share(wereTurned)]
  const figures: FindingFigure[] = [
    { id: 'fewCould', name: { en: 'Decisions that three voters or fewer could have turned', de: 'Entscheidungen, die drei oder weniger hätten kippen können' }, value: fewCould, format: 'share' },
    { id: 'turnedWithoutThree', name: { en: 'Decisions that would have ended otherwise without the three largest voters', de: 'Entscheidungen, die ohne die drei größten anders ausgegangen wären' }, value: without, format: 'share' },
    { id: 'oneCould', name: { en: 'Decisions that one voter alone could have turned', de: 'Entscheidungen, die ein Einzelner hätte kippen können' }, value: share(decisions.map(decisionQuestions.byOne)), format: 'share' },
    { id: 'turnedByAddress', name: { en: 'Decisions that one address, one vote would have turned', de: 'Entscheidungen, die mit einer Stimme je Adresse anders ausgegangen wären' }, value: share(decisions.map(decisionQuestions.turnedByAddress)), format: 'share' },
    { id: 'halfOfVotes', name: { en: 'Voters with half of the votes, median', de: 'Abstimmende mit der Hälfte der Stimmen, Median' }, value: toMedian(decisions.flatMap(({ minimalQuorum }) => minimalQuorum ?? [])), format: 'amount' },
    { id: 'voters', name: { en: 'Voters, median', de: 'Abstimmende, Median' }, value: toMedian(decisions.map(({ voters }) => voters)), format: 'amount' },
    { id: 'fewCouldCount', name: { en: 'Decisions that three or fewer could have turned, number', de: 'Entscheidungen, die drei oder weniger hätten kippen können, Anzahl' }, value: couldBeTurned.filter(Boolean).length, format: 'count' },
    { id: 'withoutThreeCount', name: { en: 'Decisions that would have ended otherwise without the three largest, number', de: 'Entscheidungen, die ohne die drei größten anders ausgegangen wären, Anzahl' }, value: wereTurned.filter(Boolean).length, format: 'count' },
    { id: 'decisions', name: { en: 'Decisions', de: 'Entscheidungen' }, value: decisions.length, format: 'count' },
  ]
  if (fewCould === null || without === null) return { verdict: 'cannotBeTold', reason: words.none, figures }
  if (decisions.length < fewestDecisions) return { verdict: 'cannotBeTold', reason: words.untold, figures }
  const so = [fewCould, without].filter((part) => part >= 1 / 2).length
  return { verdict: so === 2 ? 'holds' : so === 1 ? 'mixed' : 'doesNotHold', reason: words.told, figures }
}
