import type { Locale } from '@/lib/domain/text'
import { Section } from '../frame/Section'
import styles from './Method.module.css'
import { sections } from './sections'

const principles = {
  en: [
    ['From the logs', 'Every balance is replayed from the token’s Transfer logs, from its first block on, in whole smallest units. Nothing is rounded on the way.'],
    ['One block', 'All figures of a snapshot belong to one finalized block, whose number, hash and time are kept with them.'],
    ['Audit', 'At that block the sum of all balances is compared with the contract’s totalSupply, and 200 balances with its balanceOf. Any difference turns the page red.'],
    ['Gaps', 'What could not be read is a gap with a reason. It is never counted as zero.'],
    ['An address is not a person', 'One person can hold many addresses, and an exchange holds for many people. Splitting a holding over addresses makes a token look less concentrated; a custodian makes it look more so.'],
    ['History', 'Every past day is replayed from the same ledger to its last block. It is not audited day by day.'],
    ['Liquidity', 'A pool’s LP token is a ledger like any other. A provider’s part of the reserves is what burning its LP tokens at that block would pay out.'],
    ['Addresses that stay', 'With a block behind its name a chart stays as it is for ever. What a ledger can tell again is made again from it; for pools, studies, votes, proposals, keys and rewards what each chart was made from is kept: with every reading of its own, all else once a day. What is of all protocols together is kept under a day, as protocols on several chains share no block: each row says its own. Charts of single accounts have no such address.'],
  ],
  de: [
    ['Aus den Logs', 'Jeder Bestand ist aus den Transfer-Logs des Tokens nachgerechnet, vom ersten Block an, in ganzen kleinsten Einheiten. Unterwegs wird nichts gerundet.'],
    ['Ein Block', 'Alle Zahlen eines Stands gehören zu einem finalisierten Block, dessen Nummer, Hash und Zeit mit aufbewahrt werden.'],
    ['Prüfung', 'In diesem Block wird die Summe aller Bestände mit der totalSupply des Contracts verglichen, und 200 Bestände mit seinem balanceOf. Jede Abweichung färbt die Seite rot.'],
    ['Lücken', 'Was sich nicht lesen ließ, ist eine Lücke mit einem Grund. Es zählt nie als null.'],
    ['Eine Adresse ist kein Mensch', 'Ein Mensch kann viele Adressen haben, und eine Börse hält für viele Menschen. Auf Adressen verteilter Besitz lässt einen Token breiter gestreut aussehen, ein Verwahrer lässt ihn konzentrierter aussehen.'],
    ['Verlauf', 'Jeder vergangene Tag ist bis zu seinem letzten Block aus demselben Hauptbuch nachgerechnet. Er wird nicht einzeln geprüft.'],
    ['Liquidität', 'Der LP-Token eines Pools ist ein Hauptbuch wie jedes andere. Der Teil eines Anbieters an den Reserven ist das, was er für seine LP-Token in diesem Block ausgezahlt bekäme.'],
    ['Adressen, die bleiben', 'Steht ein Block hinter seinem Namen, bleibt ein Diagramm für immer, wie es ist. Was ein Hauptbuch noch einmal hergibt, wird daraus neu gerechnet; bei Pools, Studien, Stimmen, Anträgen, Schlüsseln und Belohnungen ist aufbewahrt, woraus das Diagramm entstand: bei eigenen Lesungen jedes Mal, sonst einmal am Tag. Was alle Protokolle zusammen betrifft, steht unter einem Tag, denn Protokolle auf mehreren Chains haben keinen gemeinsamen Block: Jede Zeile nennt ihren eigenen. Diagramme einzelner Konten haben keine solche Adresse.'],
  ],
} as const

/** How a figure comes about, and what it cannot say. */
export function Principles({ locale }: { locale: Locale }) {
  return (
    <Section id="principles" title={sections.principles[locale]}>
      <dl className={styles.entries}>
        {principles[locale].map(([name, text]) => <div key={name} className={styles.entry}><dt>{name}</dt><dd>{text}</dd></div>)}
      </dl>
    </Section>
  )
}
