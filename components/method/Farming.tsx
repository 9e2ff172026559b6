import type { Locale } from '@/lib/domain/text'
import { Section } from '../frame/Section'
import styles from './Method.module.css'
import { sections } from './sections'

const texts = {
  en: [
    ['What counts as a reward', 'What a contract says that it paid for a stake: the log RewardPaid of Synthetix’ StakingRewards and its copies, and what Curve’s Minter minted for a gauge. It is counted when it is fetched, not when it is earned. Rewards that contracts of other families pay are not seen, among them those that Compound’s Comptroller adds up without paying them at once, and Aave’s.'],
    ['By size of stake', 'Stakers stand in ten groups of equal number by the most that each had staked at once, after whole blocks; ties go by address. With fewer than 30 stakers there are no groups. A stake belongs to the account in whose name it stands: several addresses of one person are several stakers.'],
    ['Return after gas', 'Rewards ÷ Σ (stake × time that it stood), for a year. Where what is staked is the token itself or a share of a Uniswap v2 pair that holds it, the return is a share of what the stake is worth in the token at the newest block, the pair’s share at twice the tokens that the pair holds for it; else it is told in tokens for one staked. Gas is that of the transactions in which an account staked, fetched or took back, from their receipts, in tokens at the mean price of the day. Approvals and failed transactions are not seen, and moves of the price are not in it.'],
    ['What became of rewards', 'The ledger keeps what every account held after each block. What leaves an account within 30 days of a payment is counted against its oldest payment first, never beyond what was paid. It was sold where a followed pool took in exactly as much in the same block, or a pool, an exchange or a market maker that has a label; put to work again where a followed pool was provided with exactly as much, where the account’s shares of it grew, staked ones included, or where another followed contract that holds for others received exactly as much; all else was given on. So “kept” is a lower bound, and an exchange that nobody has named counts as given on.'],
    ['The compounding loop', 'How much went to those who already were the largest: the share of rewards that was paid to the largest tenth of stakers at the beginning of the UTC day, beside its share of all that was staked. And of accounts that were paid, how much of what they hold now, looked through, rewards can be that had not left or had been put to work again: at most what each holds.'],
    ['Liquidations', 'Of a token that lies in a lending contract as collateral: who lost how much of it, and who took it, from the logs LiquidateBorrow (Compound v2) and LiquidationCall (Aave v2 and v3). Compound’s log stands with the market of the debt: only markets that the protocol’s file names are asked. cTokens are told in the token at the rate of the nearest reading of the market’s books.'],
  ],
  de: [
    ['Was als Belohnung zählt', 'Was ein Contract nach eigenem Log für eine Einlage gezahlt hat: RewardPaid von Synthetix’ StakingRewards und seinen Kopien sowie das, was Curves Minter für einen Gauge ausgegeben hat. Es zählt, wenn es abgeholt wird, nicht schon, wenn es verdient ist. Belohnungen anderer Contract-Familien bleiben ungesehen, darunter die, die Compounds Comptroller gutschreibt, ohne sie gleich auszuzahlen, und die von Aave.'],
    ['Nach Größe der Einlage', 'Einleger stehen in zehn gleich großen Gruppen nach der höchsten Einlage jedes Einzelnen, nach ganzen Blöcken gezählt; bei Gleichstand entscheidet die Adresse. Unter 30 Einlegern gibt es keine Gruppen. Eine Einlage gehört dem Konto, auf dessen Namen sie lautet: Mehrere Adressen eines Menschen sind mehrere Einleger.'],
    ['Ertrag nach Gas', 'Belohnungen ÷ Σ (Einlage × Zeit, die sie lag), auf ein Jahr. Ist das Eingelegte der Token selbst oder ein Anteil an einem Uniswap-v2-Paar, das ihn hält, ist der Ertrag ein Anteil dessen, was die Einlage zum neuesten Block in Token wert ist, der Anteil am Paar zum Doppelten der Token, die das Paar dafür hält; sonst steht er in Token je Einheit der Einlage. Gas ist das der Transaktionen, in denen ein Konto eingelegt, abgeholt oder zurückgeholt hat, aus ihren Quittungen, in Token zum mittleren Preis des Tages. Freigaben und gescheiterte Transaktionen bleiben ungesehen, Kursbewegungen sind nicht enthalten.'],
    ['Was aus Belohnungen wurde', 'Das Hauptbuch enthält, was jedes Konto nach jedem Block hielt. Was ein Konto binnen 30 Tagen nach einer Zahlung verlässt, wird zuerst auf seine älteste Zahlung angerechnet, nie über das Gezahlte hinaus. Verkauft ist es, wo ein verfolgter Pool im selben Block genau so viel einnahm oder ein Pool, eine Börse oder ein Market Maker mit Bezeichnung; wieder angelegt, wo genau so viel in einen verfolgten Pool eingebracht wurde, wo die Anteile des Kontos daran wuchsen, eingelegte mitgezählt, oder wo ein anderer verfolgter Contract, der für andere hält, genau so viel bekam; alles andere ist weitergegeben. „Behalten“ ist also eine Untergrenze, und eine Börse, die niemand benannt hat, zählt als weitergegeben.'],
    ['Der Kreislauf', 'Wie viel an die ging, die schon die Größten waren: der Anteil der Belohnungen, der an das größte Zehntel der Einleger zu Beginn des UTC-Tages gezahlt wurde, neben dessen Anteil an allen Einlagen. Und von Konten, die bezahlt wurden: wie viel dessen, was sie heute halten, durch Contracts hindurch gesehen, Belohnungen sein können, die nicht abgeflossen oder wieder angelegt waren; bei jedem höchstens so viel, wie er hält.'],
    ['Liquidationen', 'Von einem Token, der als Sicherheit in einem Kreditmarkt liegt: wer wie viel davon verlor und wer es nahm, aus den Logs LiquidateBorrow (Compound v2) und LiquidationCall (Aave v2 und v3). Bei Compound steht das Log beim Markt der Schuld: Gefragt werden nur Märkte, die die Datei des Protokolls nennt. cToken sind zum Kurs der nächsten Lesung der Bücher des Marktes umgerechnet.'],
  ],
} as const

/** How rewards, what became of them, and liquidations are read. */
export function Farming({ locale }: { locale: Locale }) {
  return (
    <Section id="farming" title={sections.farming[locale]}>
      <dl className={styles.entries}>
        {texts[locale].map(([name, text]) => (
          <div key={name} className={styles.entry}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
