import type { Locale } from '@/lib/domain/text'
import { TermSection } from './TermSection'

const texts = {
  en: [
    ['Comparing', 'Two to six protocols, each as on its own pages: its newest snapshot, every day of its history, its Lorenz curve, all under one lens, with the labels that each was last measured with. Blocks differ from protocol to protocol and stand in the notes. Where nobody chooses, the first six real protocols with a snapshot are compared, and made-up ones only where there is no real one.'],
    ['Curves at the same places', 'A kept Lorenz curve has points of its own, so curves of several tokens are read off at the same 47 shares of holders, closer together towards the largest. Between kept points a curve runs straight.'],
    ['Shares between protocols', 'What a protocol has of what all that are compared have together, over twelve months in a row: liquidity and holders at the ends of months, fees and votes of the months. A protocol that did not exist yet had none; a month in which something could not be read or priced of one is left out for all.'],
    ['Counting', 'Liquidity is what the followed pools of a protocol’s own token hold, fees what swaps paid in them, both in ether at each day’s price, by way of followed pools. A pool quoted in dollars is told only where followed pools lead on to ether. Holders are those of the headline’s lens, votes those cast on the chain, each account once a proposal.'],
    ['Concentration of the field', 'The Herfindahl–Hirschman index of these shares: 1/n for n protocols that have the same, 1 where one has all. Competition law calls more than 0.18 highly concentrated and a rise of more than 0.01 significant. With five protocols or fewer the first line is always crossed, so that the claim about winners goes by the leader’s share and by the change.'],
    ['Leader and turnover', 'The leader has the largest share of twelve months; of equal ones it is whoever led before. The lead changes when another has it in the next twelve months.'],
  ],
  de: [
    ['Vergleichen', 'Zwei bis sechs Protokolle, jedes wie auf seinen eigenen Seiten: sein neuester Stand, jeder Tag seines Verlaufs, seine Lorenzkurve, alles in einer Sicht und mit den Bezeichnungen, mit denen es zuletzt gemessen wurde. Die Blöcke sind von Protokoll zu Protokoll verschieden und stehen in den Anmerkungen. Wählt niemand aus, werden die ersten sechs echten Protokolle mit einem Stand verglichen, erfundene nur, wo es kein echtes gibt.'],
    ['Kurven an denselben Stellen', 'Eine gespeicherte Lorenzkurve hat ihre eigenen Punkte. Kurven mehrerer Token werden deshalb bei denselben 47 Anteilen der Halter abgelesen, zu den größten hin dichter. Zwischen gespeicherten Punkten verläuft eine Kurve gerade.'],
    ['Anteile zwischen Protokollen', 'Was ein Protokoll von dem hat, was alle verglichenen zusammen haben, über je zwölf aufeinanderfolgende Monate: Liquidität und Halter an den Monatsenden, Gebühren und Stimmabgaben der Monate. Ein Protokoll, das es noch nicht gab, hatte nichts; ein Monat, in dem sich bei einem etwas nicht lesen oder bewerten ließ, bleibt für alle weg.'],
    ['Wie gezählt wird', 'Liquidität ist, was in den verfolgten Pools des eigenen Tokens liegt, Gebühren, was Swaps darin zahlten, beides in Ether zum Preis des jeweiligen Tages, über verfolgte Pools. Ein Pool mit Preisen in Dollar zählt nur, wo verfolgte Pools weiter zu Ether führen. Halter sind die der Standardsicht, Stimmabgaben die auf der Chain, jedes Konto einmal je Antrag.'],
    ['Konzentration des Feldes', 'Der Herfindahl-Hirschman-Index dieser Anteile: 1/n bei n Protokollen, die gleich viel haben, 1, wo eines alles hat. Das Wettbewerbsrecht nennt mehr als 0,18 hoch konzentriert und einen Anstieg um mehr als 0,01 bedeutsam. Bei fünf Protokollen oder weniger ist die erste Schwelle immer überschritten; deshalb richtet sich die Behauptung über Sieger nach dem Anteil des Führenden und nach der Veränderung.'],
    ['Führung und Wechsel', 'Wer führt, hat den größten Anteil an zwölf Monaten; bei Gleichstand führt, wer vorher führte. Die Führung wechselt, wenn in den nächsten zwölf Monaten ein anderes Protokoll sie hat.'],
  ],
} as const

const sources = [
  ['https://www.justice.gov/atr/merger-guidelines/applying-merger-guidelines/guideline-1', 'U.S. Department of Justice & Federal Trade Commission (2023): Merger Guidelines, guideline 1'],
] as const

/** How protocols are set beside one another, and how what they share is reckoned. */
export const Comparison = ({ locale }: { locale: Locale }) => <TermSection id="comparison" terms={texts[locale]} sources={sources} locale={locale} />
