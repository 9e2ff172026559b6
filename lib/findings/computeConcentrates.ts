import type { ShareFigures } from '../domain/delegatedStakes'
import type { FindingFigure, Judgement } from '../domain/finding'
import type { Text } from '../domain/text'
import type { Thesis } from './thesis'

/** Highly concentrated from here on (Merger Guidelines of the US Department of Justice and FTC, 2023: 1,800 of 10,000). */
const highHhi = 0.18
/** So much with the largest tenth is concentrated too, however many there are. */
const highTenth = 1 / 2
/** A network that has just opened begins with few. */
const leastMonths = 12

/** How stake and work of a network are shared. */
export interface ComputeEvidence {
  stake: ShareFigures
  /** Of the last 365 days: what customers paid, or new tokens where they paid nothing */
  work: ShareFigures
  workIn: 'fees' | 'rewards'
  /** Months since the first stake */
  months: number
  /** HHI of the stake a year before; null where there was none */
  hhiBefore: number | null
  /** HHI of the token's holders, under the headline's lens; null where it was not measured */
  tokenHhi: number | null
}

/**
 * The same is coming to decentralised computing: few operators have the stake and get the work.
 *
 * @example computeConcentrates.judge({ stake, work, workIn: 'fees', months: 3, hhiBefore: null, tokenHhi: null }).verdict // 'cannotBeTold'
 */
export const computeConcentrates: Thesis<ComputeEvidence> = {
  id: 'computeConcentrates',
  title: { en: 'Decentralised computing concentrates too', de: 'Auch dezentrales Rechnen konzentriert sich' },
  statement: {
    en: 'Networks that rent out computers go the way of finance: whoever has most staked gets the stakes of others, the work and the rewards, until a few operators run the network.',
    de: 'Netzwerke, die Rechenleistung vermieten, gehen den Weg der Finanzwelt: Wer den größten Einsatz hat, bekommt die Einsätze der anderen, die Arbeit und die Belohnungen, bis wenige Betreiber das Netzwerk tragen.',
  },
  confirms: {
    en: 'Both the stake and the paid work lie with few operators.',
    de: 'Sowohl der Einsatz als auch die bezahlte Arbeit liegt bei wenigen Betreibern.',
  },
  refutes: {
    en: 'Neither the stake nor the paid work lies with few operators.',
    de: 'Weder der Einsatz noch die bezahlte Arbeit liegt bei wenigen Betreibern.',
  },
  measure: {
    en: 'What is bonded to each operator, its own stake and earnings not yet claimed included, and what customers paid it in the last 365 days (new tokens in their place where they paid nothing): HHI, shares of the largest and of the largest tenth, Nakamoto coefficient. Operators are addresses: nobody is left out, and owners with several are not joined.',
    de: 'Was bei jedem Betreiber eingesetzt ist, mit seinem eigenen Einsatz und noch nicht abgerufenen Erträgen, und was Kunden ihm in den letzten 365 Tagen zahlten (wo sie nichts zahlten, die neuen Token): HHI, Anteile des größten und des größten Zehntels, Nakamoto-Koeffizient. Betreiber sind Adressen: Niemand ist weggelassen, und Eigentümer mit mehreren sind nicht zusammengefasst.',
  },
  rule: {
    en: 'Concentrated means an HHI above 0.18 (US Merger Guidelines 2023), or more than half with the largest tenth of operators, rounded up. Holds where stake and work both are, does not hold where neither is, mixed otherwise. Cannot be told in a network’s first twelve months, and where nothing was staked or paid in the last 365 days.',
    de: 'Konzentriert heißt: ein HHI über 0,18 (US Merger Guidelines 2023) oder mehr als die Hälfte beim größten Zehntel der Betreiber, aufgerundet. Trifft zu, wo Einsatz und Arbeit es beide sind, trifft nicht zu, wo es keines ist, sonst gemischt. Lässt sich nicht sagen in den ersten zwölf Monaten eines Netzwerks und wo in den letzten 365 Tagen nichts eingesetzt oder gezahlt wurde.',
  },
  limits: [
    {
      en: 'One operator may run under several addresses, and one machine may serve several operators: the figures are lower bounds of concentration.',
      de: 'Ein Betreiber kann unter mehreren Adressen auftreten, und eine Maschine kann mehreren dienen: Die Zahlen sind Untergrenzen der Konzentration.',
    },
    {
      en: 'Only stakes and payments that logs of a followed chain tell are counted: Livepeer’s and iExec’s on Arbitrum, The Graph’s as far as they are on Ethereum. At iExec workers and schedulers deposit for themselves, and nobody else with them. Render pays on Solana; Golem’s providers stake nothing, agree on work off the chain and are paid by transfers like any other.',
      de: 'Gezählt sind nur Einsätze und Zahlungen, die Logs einer verfolgten Chain nennen: die von Livepeer und iExec auf Arbitrum, die von The Graph, soweit sie auf Ethereum liegen. Bei iExec zahlen Worker und Scheduler für sich selbst ein, sonst niemand bei ihnen. Render zahlt auf Solana; Golems Anbieter setzen nichts ein, vereinbaren Arbeit außerhalb der Chain und werden mit gewöhnlichen Überweisungen bezahlt.',
    },
    {
      en: 'How much computing was done is in no log: work is what was paid for it. New tokens follow the stake by the network’s own rule.',
      de: 'Wie viel gerechnet wurde, steht in keinem Log: Arbeit ist, was dafür gezahlt wurde. Neue Token folgen nach der Regel des Netzwerks selbst dem Einsatz.',
    },
  ],
  lead: { figure: 'stakeTenth', name: { en: 'Share of the stake with the largest tenth of operators', de: 'Anteil des größten Zehntels der Betreiber am Einsatz' }, format: 'share' },
  charts: ['operatorStakes', 'operatorWork', 'operatorConcentration', 'networkTable', 'operatorsTable'],
  judge,
}

const isConcentrated = ({ hhi, tenth }: ShareFigures): boolean => (hhi !== null && hhi > highHhi) || (tenth !== null && tenth > highTenth)

function judge({ stake, work, workIn, months, hhiBefore, tokenHhi }: ComputeEvidence): Judgement {
  const figure = (id: string, en: string, de: string, value: number | null, format: FindingFigure['format']): FindingFigure => ({ id, name: { en, de }, value, format })
  const figures = [
    figure('operators', 'Operators with stake', 'Betreiber mit Einsatz', stake.count, 'count'),
    figure('stakeLargest', 'Of the stake: the largest operator', 'Vom Einsatz: der größte Betreiber', stake.largest, 'share'),
    figure('stakeTenth', 'Of the stake: the largest tenth', 'Vom Einsatz: das größte Zehntel', stake.tenth, 'share'),
    figure('stakeHhi', 'HHI of the stake', 'HHI des Einsatzes', stake.hhi, 'index'),
    figure('stakeHhiBefore', 'HHI of the stake a year before', 'HHI des Einsatzes ein Jahr zuvor', hhiBefore, 'index'),
    figure('stakeNakamoto', 'Fewest operators with more than half of the stake', 'Wenigste Betreiber mit mehr als der Hälfte des Einsatzes', stake.nakamoto50, 'count'),
    figure('workLargest', 'Of the work: the largest operator', 'Von der Arbeit: der größte Betreiber', work.largest, 'share'),
    figure('workTenth', 'Of the work: the largest tenth', 'Von der Arbeit: das größte Zehntel', work.tenth, 'share'),
    figure('workHhi', 'HHI of the work', 'HHI der Arbeit', work.hhi, 'index'),
    figure('tokenHhi', 'HHI of the token’s holders', 'HHI der Halter des Tokens', tokenHhi, 'index'),
    figure('months', 'Months since the first stake', 'Monate seit dem ersten Einsatz', months, 'count'),
  ]
  if (months < leastMonths) return { verdict: 'cannotBeTold', reason: { en: 'The network is only {months} months old.', de: 'Das Netzwerk ist erst {months} Monate alt.' }, figures }
  if (stake.count === 0 || work.count === 0) return { verdict: 'cannotBeTold', reason: nothing, figures }
  const concentrated = [isConcentrated(stake), isConcentrated(work)]
  return { verdict: concentrated.every(Boolean) ? 'holds' : concentrated.some(Boolean) ? 'mixed' : 'doesNotHold', reason: toReason(workIn, hhiBefore !== null), figures }
}

const nothing: Text = {
  en: 'Nothing is staked with its {operators} operators, or nothing was paid to them in the last 365 days.',
  de: 'Bei ihren {operators} Betreibern ist nichts eingesetzt, oder in den letzten 365 Tagen wurde ihnen nichts gezahlt.',
}

function toReason(workIn: 'fees' | 'rewards', hasBefore: boolean): Text {
  const work = workIn === 'fees' ? { en: 'what customers paid in the last 365 days', de: 'dem, was Kunden in den letzten 365 Tagen zahlten,' } : { en: 'the new tokens of the last 365 days', de: 'den neuen Token der letzten 365 Tage' }
  return {
    en: `Of {operators} operators the largest has {stakeLargest} of the stake and the largest tenth {stakeTenth} (HHI {stakeHhi}${hasBefore ? ', a year before {stakeHhiBefore}' : ''}); of ${work.en} {workTenth} went to a tenth (HHI {workHhi}).`,
    de: `Von {operators} Betreibern hat der größte {stakeLargest} des Einsatzes und das größte Zehntel {stakeTenth} (HHI {stakeHhi}${hasBefore ? ', ein Jahr zuvor {stakeHhiBefore}' : ''}); von ${work.de} gingen {workTenth} an ein Zehntel (HHI {workHhi}).`,
  }
}
