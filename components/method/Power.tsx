import type { Locale } from '@/lib/domain/text'
import { TermSection } from './TermSection'

const lead = {
  en: 'Holding is not deciding. What votes, how concentrated that is, and what it takes to decide are measured apart from what is held, with the same measures.',
  de: 'Besitzen ist nicht entscheiden. Was abstimmt, wie konzentriert das ist und was es zum Entscheiden braucht, wird getrennt vom Besitz gemessen, mit denselben Maßen.',
}

const principles = {
  en: [
    ['The ladder', 'Supply, circulating, delegated, usually cast: four distributions with the same measures. Supply is everything there is. From the circulating rung on, whoever the lens leaves out as a holder is left out as a delegate and as a voter too, and what is so left out is named. Addresses of one owner are one delegate and one voter where the lens merges them. Contracts are not looked through for votes: a contract casts its votes itself, or nobody does. Lenses that leave nobody out have no circulating rung.'],
    ['Usually cast', 'For each voter the mean of what it cast over the newest ten decided proposals, 0 where it did not vote. The sum over all voters is the mean turnout. Decided are proposals that a vote has ended; those that were withdrawn are not. Proposals on the chain count where there are any, else those off the chain; they are never mixed.'],
    ['Amplification', 'The HHI of what is delegated, or usually cast, divided by the HHI of what is held under the lens. At 1 votes are as concentrated as holdings; at 5 five times as much.'],
    ['Real thresholds', 'How few of the largest delegates, with the votes they have now, reach the protocol’s own numbers. To propose: the proposal threshold, which OpenZeppelin’s Governor asks to reach and GovernorBravo and GovernorAlpha to exceed. Quorum: that of the newest decided proposal. Majority: more than the majority’s share of the median of what was cast for and against on the newest ten. Veto: as many votes against as keep the median of what was cast in favour from passing.'],
    ['The quorum gauge', 'What of each proposal’s votes counts towards its quorum, as its Governor counts them, as a share of that quorum.'],
    ['Who votes', 'A delegate has voted on a proposal where it cast something, and missed it otherwise, also if it had no votes then. Undelegated is what of the supply gives nobody a vote; self-delegated are votes that are the delegate’s own.'],
    ['Power', 'The normalised Banzhaf index of the 150 largest delegates at most, where a majority of all votes wins and nobody else votes. Counted where that can be done, else sampled.'],
    ['Before the vote', 'Each account’s votes when a proposal’s votes were counted, against 7 and 30 days before, and what of that was gone 30 days after. Gathered votes were decisive where the proposal, counted again under its own rule without what the voters of the winning side had gained, would have ended otherwise.'],
    ['Days', 'Of past days figures of votes are kept, not who the delegates were: votes over time leave nobody out, and stand beside what was held under the lens.'],
  ],
  de: [
    ['Die Leiter', 'Gesamtmenge, Umlauf, delegiert, üblicherweise abgegeben: vier Verteilungen mit denselben Maßen. Die Gesamtmenge ist alles, was es gibt. Vom Umlauf an gilt: Wen die Sicht als Halter weglässt, lässt sie auch als Delegierten und Abstimmenden weg, und es steht dabei, wie viel das ist. Adressen eines Eigentümers sind ein Delegierter und ein Abstimmender, wo die Sicht sie zusammenfasst. Durch Contracts wird bei Stimmen nicht geschaut: Ein Contract gibt seine Stimmen selbst ab, oder niemand tut es. Sichten, die niemanden weglassen, haben keine Stufe für den Umlauf.'],
    ['Üblicherweise abgegeben', 'Für jeden Abstimmenden der Mittelwert dessen, was er bei den letzten zehn entschiedenen Vorschlägen abgegeben hat, 0, wo er nicht abstimmte. Die Summe über alle ist die mittlere Beteiligung. Entschieden ist ein Vorschlag, den eine Abstimmung beendet hat, ein zurückgezogener nicht. Es zählen Vorschläge auf der Chain, wo es welche gibt, sonst solche außerhalb; vermischt werden sie nie.'],
    ['Verstärkung', 'Der HHI dessen, was delegiert oder üblicherweise abgegeben ist, geteilt durch den HHI des Besitzes in dieser Sicht. Bei 1 sind Stimmen so konzentriert wie der Besitz, bei 5 fünfmal so stark.'],
    ['Wirkliche Schwellen', 'Wie wenige der größten Delegierten mit ihren heutigen Stimmen die eigenen Zahlen des Protokolls erreichen. Vorschlag: die Schwelle für Vorschläge, die der Governor von OpenZeppelin erreicht und GovernorBravo und GovernorAlpha überschritten sehen wollen. Quorum: das des neuesten entschiedenen Vorschlags. Mehrheit: mehr als der nötige Anteil am Median dessen, was bei den letzten zehn dafür und dagegen abgegeben wurde. Veto: so viele Gegenstimmen, dass der Median der Stimmen dafür nicht durchginge.'],
    ['Das Quorum', 'Was von den Stimmen eines Vorschlags für sein Quorum zählt, so wie sein Governor es zählt, gemessen an diesem Quorum.'],
    ['Wer abstimmt', 'Ein Delegierter hat über einen Vorschlag abgestimmt, wo er etwas abgegeben hat, sonst hat er ihn versäumt, auch wenn er damals keine Stimmen hatte. Nicht delegiert ist, was von der Gesamtmenge niemandem eine Stimme gibt; an sich selbst delegiert sind die eigenen Stimmen eines Delegierten.'],
    ['Macht', 'Der normierte Banzhaf-Index der höchstens 150 größten Delegierten, wenn die Mehrheit aller Stimmen gewinnt und sonst niemand abstimmt. Ausgezählt, wo das möglich ist, sonst als Stichprobe.'],
    ['Vor der Abstimmung', 'Die Stimmen jedes Kontos bei der Zählung eines Vorschlags, verglichen mit 7 und 30 Tagen zuvor, und was davon 30 Tage danach fort war. Gesammelte Stimmen waren entscheidend, wenn der Vorschlag, nach seiner eigenen Regel ohne die Zugewinne der siegreichen Seite noch einmal gezählt, anders ausgegangen wäre.'],
    ['Tage', 'Von vergangenen Tagen sind Zahlen zu den Stimmen gespeichert, nicht wer die Delegierten waren: Im Lauf der Zeit lassen Stimmen niemanden weg und stehen neben dem Besitz in der Sicht.'],
  ],
} as const

/** How it is told who decides: the ladder, what is usually cast, amplification, thresholds, power. */
export const Power = ({ locale }: { locale: Locale }) => <TermSection id="power" lead={lead[locale]} terms={principles[locale]} locale={locale} />
