import type { Locale } from '@/lib/domain/text'
import { TermSection } from './TermSection'

const texts = {
  en: [
    ['Who has the stake', 'In networks that rent out computers, operators earn by tokens that they and others bond to them. The contracts’ books are replayed from their logs by their own steps: Livepeer’s BondingManager as it shares rewards since LIP-36, so that what each delegator has equals the contract’s pendingStake to the smallest unit; The Graph’s Staking with each indexer’s pool of delegations. Earnings not yet claimed belong to whoever may claim them. What is being taken back belongs to its owner and works for nobody: it is in the look-through, not in a stake. At iExec workers and schedulers have deposits of their own, free or locked for tasks; nobody bonds to another.'],
    ['What cannot be claimed', 'Livepeer’s contract shares a round’s reward by stakes as of the round’s beginning. Whoever claims or moves within the round before the operator calls for its reward goes without, and nobody else gets that part: it stays in the contract and is unresolved.'],
    ['Work', 'Fees are what customers paid: at Livepeer the ether of tickets that won (WinningTicketTransfer), at The Graph the GRT that came to an indexer and its delegators after tax and curators’ part (RebateCollected, before 2023 RebateClaimed), at iExec the RLC that workers and schedulers got for finished tasks, with what those lost who failed (Reward), without the parts of application and data owners. New tokens follow stakes by the network’s own rule; they count as work only where customers paid nothing. Both are counted for the operator; how it shares them with those who bond to it, it says itself.'],
    ['The same measures', 'Shares of the largest and of the largest tenth (rounded up), HHI, Gini and Nakamoto coefficients of stake by operator and by who bonded it, and of a year’s fees and new tokens by operator. Nobody is left out, and addresses of one owner are not joined: the figures are lower bounds of concentration.'],
    ['Of whom nothing is told', 'Render pays on Solana and by its company. Golem agrees on work off the chain, pays by plain transfers, and has no stakes. What iExec did on its own chain, Bellecour, leaves no such logs. The Graph’s contract on Arbitrum (HorizonStaking) tells by other logs and is not read.'],
  ],
  de: [
    ['Bei wem der Einsatz liegt', 'In Netzwerken, die Rechenleistung vermieten, verdienen Betreiber mit Token, die sie selbst und andere bei ihnen einsetzen. Die Bücher der Contracts werden aus ihren Logs mit deren eigenen Schritten nachgerechnet: Livepeers BondingManager so, wie er Belohnungen seit LIP-36 teilt, sodass der Teil jedes Delegierenden auf die kleinste Einheit dem pendingStake des Contracts gleicht; The Graphs Staking mit dem Topf der Delegationen jedes Indexers. Noch nicht abgerufene Erträge gehören dem, der sie abrufen darf. Was gerade zurückgeholt wird, gehört seinem Eigentümer und arbeitet für niemanden: Es steht in der Durchsicht, nicht im Einsatz. Bei iExec haben Worker und Scheduler eigene Einlagen, frei oder für Aufgaben gebunden; niemand setzt bei anderen ein.'],
    ['Was niemand abrufen kann', 'Livepeers Contract teilt die Belohnung einer Runde nach den Einsätzen zu deren Beginn. Wer in der Runde abruft oder umzieht, bevor der Betreiber ihre Belohnung holt, geht leer aus, und niemand sonst bekommt diesen Teil: Er bleibt im Contract und ist ungeklärt.'],
    ['Arbeit', 'Gebühren sind, was Kunden gezahlt haben: bei Livepeer das Ether der Lose, die gewonnen haben (WinningTicketTransfer), bei The Graph die GRT, die nach Abgabe und Kuratorenanteil an einen Indexer und seine Delegierenden gingen (RebateCollected, vor 2023 RebateClaimed), bei iExec die RLC, die Worker und Scheduler für beendete Aufgaben bekamen, samt dem, was andere durch Fehler verloren (Reward), ohne die Anteile der Eigentümer von Anwendungen und Daten. Neue Token folgen nach der Regel des Netzwerks selbst den Einsätzen; als Arbeit zählen sie nur, wo Kunden nichts gezahlt haben. Beides zählt für den Betreiber; wie er es mit denen teilt, die an ihn delegieren, sagt er selbst.'],
    ['Dieselben Maße', 'Anteile des größten und des größten Zehntels (aufgerundet), HHI, Gini und Nakamoto-Koeffizienten des Einsatzes nach Betreiber und nach dem, der ihn einbrachte, und der Gebühren und neuen Token eines Jahres nach Betreiber. Niemand ist weggelassen, und Adressen eines Eigentümers sind nicht zusammengefasst: Die Zahlen sind Untergrenzen der Konzentration.'],
    ['Von wem nichts gesagt ist', 'Render zahlt auf Solana und über seine Firma. Golem vereinbart Arbeit außerhalb der Chain, zahlt mit gewöhnlichen Überweisungen und kennt keine Einsätze. Was iExec auf seiner eigenen Chain, Bellecour, tat, hinterlässt keine solchen Logs. The Graphs Contract auf Arbitrum (HorizonStaking) schreibt andere Logs und wird nicht gelesen.'],
  ],
} as const

const sources = [
  ['https://github.com/livepeer/LIPs/blob/master/LIPs/LIP-36.md', 'Livepeer, LIP-36: Cumulative Earnings Claiming'],
  ['https://github.com/livepeer/protocol/blob/delta/contracts/bonding/BondingManager.sol', 'Livepeer, BondingManager.sol'],
  ['https://github.com/graphprotocol/contracts/blob/main/packages/contracts/contracts/staking/Staking.sol', 'The Graph, Staking.sol'],
  ['https://github.com/iExecBlockchainComputing/PoCo/blob/v5.5.0/contracts/modules/delegates/IexecPoco2Delegate.sol', 'iExec, IexecPoco2Delegate.sol'],
  ['https://www.justice.gov/atr/merger-guidelines/applying-merger-guidelines/guideline-1', 'US Department of Justice, FTC (2023), Merger Guidelines'],
] as const

/** How stakes and work of networks that rent out computers are read. */
export const Networks = ({ locale }: { locale: Locale }) => <TermSection id="networks" terms={texts[locale]} sources={sources} locale={locale} />
