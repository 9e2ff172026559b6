import type { Locale } from '@/lib/domain/text'
import { netResultGiniReference } from '@/lib/metrics/netResultGini'
import { Section } from '../frame/Section'
import styles from './Method.module.css'
import { sections } from './sections'

const texts = {
  en: [
    ['Who provides what', 'Every account that ever put liquidity into a pool of Uniswap’s kind, version 2 or 3, is followed from the pool’s own logs, account by account and not position by position. Shares that lie in a staking contract count for whoever staked them: moving them there and back is nothing. A position under a vault or another contract belongs to that contract, unless it can be told who deposited it. When a position is handed on, its owner changes from that block on: the giver has earned the fees until then, the receiver begins with what the position was worth.'],
    ['Fees and principal', 'Version 3 pays fees and what was taken out together: what is owed of principal is paid first, and is never counted as a fee. Fees that have not been paid out count too; every swap is replayed with the contract’s own steps and rounding. In version 2 fees grow with the shares and are paid out with them. Fees of all providers, the protocol’s part and what nobody owns add up to what swaps paid.'],
    ['Prices', 'Prices come from pools alone. A pool’s price of a day is the mean over the day’s blocks. What went in or out is valued at the mean of its UTC day, what is still in at the mark: the mean of the newest whole day. One path leads from a token to the pool’s quote token, on to ether by a pool of the two, and on to dollars by a pool of ether and a token that is taken for a dollar; the path stands with each pool. Without a path there is no figure in that currency, and the gap is named.'],
    ['Result', 'What was taken out, fees, rewards and what is still in, less what was put in and gas: money at the prices of the day on which it moved. Rewards are what contracts paid for stakes in the pool, at the price of the day on which they were paid.'],
    ['Against holding', 'What an account has more or less than had it kept the same tokens until it took them out. Its part that comes from prices alone is the impermanent loss; it is never above nothing, but for rounding. Loesch et al. found in 2021 that half of all providers of the pools that they looked at had less than by holding.'],
    ['Against rebalancing', 'Fees, rewards and gas against the loss versus rebalancing (Milionis et al. 2022): what a trader gains who always swaps with the pool when its price is behind, while a portfolio of the same tokens would be rebalanced at the market’s price. It is added up swap by swap at the pool’s own price, so that it misses what a market outside would show, and is a lower bound of it.'],
    ['Gas', 'Of each transaction in which an account did something in the pool, or staked there, or fetched rewards: gas used times its price, from its receipt. Where several accounts share a transaction, they share its gas in equal parts.'],
    ['Size and tenths', 'An account’s size is the most that it had in at once, at what it had cost. Providers in the order of size, ties by address, make ten groups of equal number. With fewer than 30 providers groups would be too small to tell anything: nothing is said then. What is not priced in a currency is in none of its groups.'],
    ['Gains and losses', 'Results can be negative, so that the ordinary Gini coefficient does not hold: gains and losses are drawn apart, and the Gini coefficient of results is that of Raffinetti, Siletti and Vernizzi (2015): all differences between two results, over what they would add up to had one account gained everything and another lost everything. It is 0 where all results are equal, 1 in that extreme, and the corrected Gini where nobody lost.'],
    ['Break-even size', 'The size at which the fewest providers are exceptions: smaller ones whose fees and rewards are above their gas, and others whose are not.'],
    ['Depth and just in time', 'Depth is what could be traded until the price has moved by so much, by those whose liquidity it is. Just in time is liquidity that was put in and taken out within one block, around somebody’s swap: its part of the fees stands with each pool.'],
    ['What is not in it', 'Approvals and transactions that failed: no log of the pool tells of them. Hedges, loans and anything outside the pool. Taxes. What the same person did from another address. Prices elsewhere: a pool that few trade in says little about what its tokens are worth.'],
  ],
  de: [
    ['Wer was bereitstellt', 'Jedes Konto, das je Liquidität in einen Pool nach Art von Uniswap, Version 2 oder 3, gegeben hat, wird aus den Logs des Pools verfolgt, Konto für Konto und nicht Position für Position. Anteile in einem Staking-Contract zählen für den, der sie dort eingelegt hat: Der Weg dorthin und zurück ist keine Bewegung. Eine Position unter einem Vault oder einem anderen Contract gehört diesem, es sei denn, es lässt sich sagen, wer sie eingelegt hat. Wird eine Position weitergegeben, wechselt von diesem Block an der Eigentümer: Die Gebühren bis dahin hat der Geber verdient, der Empfänger beginnt mit dem, was die Position wert war.'],
    ['Gebühren und Einlage', 'Version 3 zahlt Gebühren und Entnommenes zusammen aus: Was an Einlage geschuldet ist, wird zuerst gezahlt und zählt nie als Gebühr. Auch nicht ausgezahlte Gebühren zählen; jeder Swap wird mit den Schritten und Rundungen des Contracts nachgerechnet. In Version 2 wachsen die Gebühren mit den Anteilen und werden mit ihnen ausgezahlt. Gebühren aller Anbieter, der Teil des Protokolls und was niemandem gehört ergeben zusammen, was Swaps gezahlt haben.'],
    ['Preise', 'Preise stammen nur aus Pools. Der Preis eines Pools an einem Tag ist das Mittel über die Blöcke des Tages. Was hinein- oder herausging, ist zum Mittel seines UTC-Tages bewertet, was noch darin liegt, zum Mittel des neuesten ganzen Tages. Ein Weg führt von einem Token zum Quote-Token des Pools, über einen Pool der beiden weiter zu Ether und über einen Pool von Ether und einem Token, der für einen Dollar genommen wird, zu Dollar; der Weg steht bei jedem Pool. Ohne Weg gibt es in dieser Währung keine Zahl, und die Lücke wird genannt.'],
    ['Ergebnis', 'Entnommenes, Gebühren, Belohnungen und was noch darin liegt, abzüglich Einzahlungen und Gas: Geld zu den Preisen des Tages, an dem es floss. Belohnungen sind, was Contracts für Einlagen im Pool zahlten, zum Preis des Tages ihrer Auszahlung.'],
    ['Gegenüber Halten', 'Was ein Konto mehr oder weniger hat, als wenn es dieselben Token bis zur Entnahme behalten hätte. Der Teil davon, der allein von Preisen kommt, ist der Impermanent Loss; er liegt, vom Runden abgesehen, nie über null. Loesch u. a. fanden 2021, dass die Hälfte aller Anbieter der untersuchten Pools weniger hatte als durch Halten.'],
    ['Gegenüber Umschichten', 'Gebühren, Belohnungen und Gas gegen den Verlust gegenüber Umschichten (Milionis u. a. 2022): was ein Händler gewinnt, der immer dann mit dem Pool tauscht, wenn dessen Preis zurückliegt, während ein Portfolio derselben Token zum Preis des Marktes umgeschichtet würde. Er wird Swap für Swap zum Preis des Pools selbst zusammengezählt, übersieht also, was ein Markt außerhalb zeigte, und ist dafür eine untere Schranke.'],
    ['Gas', 'Von jeder Transaktion, in der ein Konto im Pool etwas tat, dort einlegte oder Belohnungen abholte: verbrauchtes Gas mal seinem Preis, aus dem Beleg. Teilen sich mehrere Konten eine Transaktion, teilen sie sich ihr Gas zu gleichen Teilen.'],
    ['Größe und Zehntel', 'Die Größe eines Kontos ist sein höchster Einsatz, zu dem, was er gekostet hatte. Anbieter in der Reihenfolge der Größe, bei Gleichstand nach Adresse, bilden zehn gleich große Gruppen. Bei weniger als 30 Anbietern wären die Gruppen zu klein, um etwas zu sagen: Dann wird nichts gesagt. Was in einer Währung keinen Preis hat, ist in keiner ihrer Gruppen.'],
    ['Gewinne und Verluste', 'Ergebnisse können negativ sein, und dafür taugt der gewöhnliche Gini-Koeffizient nicht: Gewinne und Verluste sind getrennt gezeichnet, und der Gini-Koeffizient der Ergebnisse ist der von Raffinetti, Siletti und Vernizzi (2015): alle Unterschiede zwischen zwei Ergebnissen, geteilt durch das, was sie zusammen ausmachten, hätte ein Konto alles gewonnen und ein anderes alles verloren. Er ist 0, wo alle Ergebnisse gleich sind, 1 in diesem Extrem und der korrigierte Gini-Koeffizient, wo niemand verlor.'],
    ['Kostendeckende Größe', 'Die Größe, bei der es am wenigsten Ausnahmen gibt: kleinere Anbieter, deren Gebühren und Belohnungen über ihrem Gas liegen, und andere, bei denen das nicht so ist.'],
    ['Tiefe und „just in time“', 'Tiefe ist, was gehandelt werden könnte, bis sich der Preis um so viel bewegt hat, nach denen, deren Liquidität es ist. „Just in time“ ist Liquidität, die im selben Block eingelegt und entnommen wurde, um den Swap eines anderen herum: Ihr Teil an den Gebühren steht bei jedem Pool.'],
    ['Was nicht darin steht', 'Freigaben (approve) und gescheiterte Transaktionen: Kein Log des Pools erzählt von ihnen. Absicherungen, Kredite und alles außerhalb des Pools. Steuern. Was derselbe Mensch von einer anderen Adresse aus tat. Preise anderswo: Ein Pool, in dem wenige handeln, sagt wenig darüber, was seine Token wert sind.'],
  ],
} as const

const sources = [
  [netResultGiniReference.url, netResultGiniReference.citation],
  ['https://doi.org/10.1007/s11205-016-1354-x', 'Raffinetti, E., Siletti, E., Vernizzi, A. (2017), Analyzing the Effects of Negative and Non-negative Values on Income Inequality: Evidence from the Survey of Household Income and Wealth of the Bank of Italy (2012), Social Indicators Research 133(1)'],
  ['https://arxiv.org/abs/2208.06046', 'Milionis, J., Moallemi, C. C., Roughgarden, T., Zhang, A. L. (2022), Automated market making and loss-versus-rebalancing, arXiv 2208.06046'],
  ['https://arxiv.org/abs/2111.09192', 'Loesch, S., Hindman, N., Richardson, M. B., Welch, N. (2021), Impermanent loss in Uniswap v3, arXiv 2111.09192'],
] as const

/** How it is told who earns in a pool, what each figure means, and what it leaves out. */
export function Profits({ locale }: { locale: Locale }) {
  return (
    <Section id="profits" title={sections.profits[locale]}>
      <dl className={styles.entries}>
        {texts[locale].map(([name, text]) => (
          <div key={name} className={styles.entry}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <ul className={styles.fine}>{sources.map(([href, name]) => <li key={href}><a href={href} rel="noopener">{name}</a></li>)}</ul>
    </Section>
  )
}
