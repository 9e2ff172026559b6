import type { Locale } from '@/lib/domain/text'
import { Section } from '../frame/Section'
import styles from './Method.module.css'
import { sections } from './sections'

const texts = {
  en: [
    ['Superuser', 'An account that is among the hundred largest holders of at least two protocols’ tokens, or a large provider of at least two pools. The hundred largest are those of the newest snapshot under the headline’s lens; beside it stands whether it is in the largest hundredth of all holders. A large provider belongs to the largest tenth of a pool by what it had in at most, or to the ten largest; of fewer than thirty providers, to the largest third.'],
    ['Who counts as one', 'Addresses of one owner count together across all protocols, whichever protocol’s labels or evidence joined them; the place is that of the largest of them. Who holds for others is left out: exchanges, pools, lending markets, staking contracts, vaults, vote escrows, bridges, vesting, distributors and burn addresses, as far as labels say so. An exchange is large everywhere because its customers are many. A contract that nobody could be named for stays in. The same address on two chains is taken for the same owner: right for keys, not always for contracts.'],
    ['What is added', 'Amounts of different tokens never are. The sum of shares adds shares of tokens of which an account is among the hundred largest, each a share of its own token. What pools are worth and have earned is added in dollars where every pool has a price in them, else in ether; where neither is so, there is no sum.'],
    ['Overlap against chance', 'Two protocols’ lists of the hundred largest share k owners. If both lists were drawn by chance from the N who hold at least one of the two tokens, the number shared would follow the hypergeometric distribution; p is the probability of k or more. N is whoever could stand in either list and no more: counting holders of other tokens too would make any overlap look less likely than it is. It is counted by addresses as the lists have them. The same is done with the largest hundredth of each.'],
    ['Many pairs', 'Nineteen protocols make 171 pairs, and of 171 some look striking by chance. Bonferroni multiplies each p by the number of pairs; Benjamini and Hochberg keep the share of false findings at the level that is asked for. A pair counts as more than chance where p after Bonferroni is at most 1%.'],
    ['What it does not say', 'That protocols share owners for more than chance is no wonder where people who use one use the other, or had the same airdrop: the test tells that something joins the lists, not what, and not that anybody acts together.'],
  ],
  de: [
    ['Großnutzer', 'Ein Konto, das bei mindestens zwei Protokollen zu den 100 größten Haltern des Tokens gehört oder in mindestens zwei Pools ein großer Anbieter ist. Die 100 größten sind die des neuesten Stands in der Sicht der Hauptzahlen; daneben steht, ob es zum größten Hundertstel aller Halter gehört. Ein großer Anbieter gehört zum größten Zehntel eines Pools, gemessen an dem, was er höchstens darin hatte, oder zu den zehn größten; bei weniger als dreißig Anbietern zum größten Drittel.'],
    ['Wer als einer zählt', 'Adressen eines Eigentümers zählen über alle Protokolle hinweg zusammen, gleich, wessen Bezeichnungen oder Belege sie verbinden; der Platz ist der der größten von ihnen. Wer für andere hält, ist weggelassen: Börsen, Pools, Kreditmärkte, Staking-Contracts, Vaults, Stimm-Treuhand, Brücken, Vesting, Verteiler und Burn-Adressen, soweit Bezeichnungen es sagen. Eine Börse ist überall groß, weil sie viele Kunden hat. Ein Contract, hinter dem niemand zu benennen war, bleibt. Dieselbe Adresse auf zwei Chains gilt als derselbe Eigentümer: bei Schlüsseln richtig, bei Contracts nicht immer.'],
    ['Was addiert wird', 'Mengen verschiedener Token nie. Die Summe der Anteile zählt Anteile an jenen Token zusammen, bei denen ein Konto zu den 100 größten gehört, jeder ein Anteil an seinem eigenen Token. Wert und Gebühren von Pools werden in Dollar addiert, wo jeder Pool einen Preis darin hat, sonst in Ether; wo beides fehlt, gibt es keine Summe.'],
    ['Überschneidung gegen Zufall', 'Die Listen der 100 größten zweier Protokolle haben k Eigentümer gemeinsam. Wären beide Listen zufällig aus den N gezogen, die mindestens einen der beiden Token halten, folgte die Zahl der gemeinsamen der hypergeometrischen Verteilung; p ist die Wahrscheinlichkeit von k oder mehr. N sind alle, die auf einer der Listen stehen könnten, und nicht mehr: Auch Halter anderer Token mitzuzählen ließe jede Überschneidung unwahrscheinlicher aussehen, als sie ist. Gezählt wird nach Adressen, wie die Listen sie führen. Dasselbe geschieht mit dem größten Hundertstel.'],
    ['Viele Paare', 'Neunzehn Protokolle ergeben 171 Paare, und von 171 sehen einige schon durch Zufall auffällig aus. Bonferroni multipliziert jedes p mit der Zahl der Paare; Benjamini und Hochberg halten den Anteil falscher Funde auf dem verlangten Niveau. Ein Paar gilt als mehr als Zufall, wenn p nach Bonferroni höchstens 1 % ist.'],
    ['Was es nicht sagt', 'Dass Protokolle mehr Eigentümer teilen, als der Zufall ergäbe, ist kein Wunder, wo die Nutzer des einen auch das andere nutzen oder denselben Airdrop bekamen: Der Test sagt, dass etwas die Listen verbindet, nicht was, und nicht, dass jemand gemeinsam handelt.'],
  ],
} as const

const sources = [
  ['https://arxiv.org/abs/2501.13377', 'Eisermann et al. (2025): Concentration in Governance Control Across Decentralised Finance Protocols. EPJ Data Science, arXiv 2501.13377'],
  ['https://doi.org/10.1371/journal.pone.0017994', 'Tumminello et al. (2011): Statistically Validated Networks in Bipartite Complex Systems. PLoS ONE 6(3)'],
  ['https://doi.org/10.1111/j.2517-6161.1995.tb02031.x', 'Benjamini & Hochberg (1995): Controlling the False Discovery Rate. J. R. Stat. Soc. B 57'],
] as const

/** Who is large in several places, and when that is more than chance. */
export function Superusers({ locale }: { locale: Locale }) {
  return (
    <Section id="superusers" title={sections.superusers[locale]}>
      <dl className={styles.entries}>
        {texts[locale].map(([name, text]) => (
          <div key={name} className={styles.entry}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.fine}>{sources.map(([href, name]) => <span key={href}><a href={href} rel="noopener">{name}</a> </span>)}</p>
    </Section>
  )
}
