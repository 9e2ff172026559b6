import type { Locale } from '@/lib/domain/text'
import { TermSection } from './TermSection'

const texts = {
  en: [
    ['Off the chain', 'Votes at Snapshot are read from its public hub: every proposal of a protocol’s space with every vote, each voter’s last one. Snapshot counts voting power as a floating number of some 16 digits; the digits that it writes are taken as they stand, and what is finer than the token’s smallest unit is cut off. Where its own count of votes, or their sum, is another than what it gives, the proposal says that votes are missing.'],
    ['For and against', 'A vote counts as a question of for and against where it is of Snapshot’s basic kind, or a single choice whose options are all such words: for, yes, yae; against, no, nay; abstain. It passes with more for than against once all that was cast reaches the quorum. Everything else is a choice among options: its votes count as cast, and neither as for nor as against.'],
    ['Voting blocs', 'Ten decided proposals in a row make a window; the next begins one proposal later. Each voter is a point: 1 where it was for, −1 where it was against, 0 where it abstained or did not vote. Every proposal is scaled to mean 0 and standard deviation 1, and k-means groups the points into at most three blocs, from a fixed seed with ten starts, the tightest of which counts. A window with fewer than six voters has no blocs.'],
    ['Voting-bloc entropy', 'How many bits lie in the largest bloc’s share: −log₂ of it. 0 where all vote as one, 1.58 where three blocs are equally large. By votes, a voter counts with the most that it cast at once in the window; by addresses, each counts as one, as in the authors’ own code. It cannot tell whether voters who agree are one person, or only of one mind.'],
    ['Agreement', 'For the twelve voters who cast most at once: of the decided proposals on which two of them voted, the share on which both were for, both against, or both abstained. Below five such proposals no share is given.'],
  ],
  de: [
    ['Außerhalb der Chain', 'Abstimmungen bei Snapshot stammen aus dessen öffentlichem Hub: jeder Vorschlag des Space eines Protokolls mit allen Stimmen, von jedem Abstimmenden die letzte. Snapshot rechnet Stimmgewicht als Gleitkommazahl mit etwa 16 Ziffern; die geschriebenen Ziffern gelten, wie sie dastehen, und was feiner ist als die kleinste Einheit des Tokens, fällt weg. Weicht Snapshots eigene Zählung oder Summe von den gelieferten Stimmen ab, steht beim Vorschlag, dass Stimmen fehlen.'],
    ['Für und Wider', 'Eine Abstimmung gilt als Frage von Für und Wider, wenn sie bei Snapshot „basic“ heißt oder wenn sie eine Einzelauswahl ist, deren Optionen alle solche Wörter sind: for, yes, yae; against, no, nay; abstain. Angenommen ist, was mehr Für als Wider hat, sobald alle abgegebenen Stimmen zusammen das Quorum erreichen. Alles andere ist eine Auswahl unter Optionen: Die Stimmen zählen als abgegeben, aber weder dafür noch dagegen.'],
    ['Blöcke', 'Zehn entschiedene Vorschläge hintereinander bilden ein Fenster; das nächste beginnt einen Vorschlag später. Jeder Abstimmende ist ein Punkt: 1, wo er dafür war, −1, wo er dagegen war, 0, wo er sich enthielt oder fernblieb. Jeder Vorschlag wird auf Mittelwert 0 und Standardabweichung 1 gebracht, dann gruppiert k-Means die Punkte zu höchstens drei Blöcken, mit festem Startwert und zehn Anläufen, von denen der engste zählt. Ein Fenster mit weniger als sechs Abstimmenden hat keine Blöcke.'],
    ['Entropie der Blöcke', 'Wie viele Bit im Anteil des größten Blocks stecken: −log₂ davon. 0, wo alle als einer stimmen, 1,58, wo drei Blöcke gleich groß sind. Nach Stimmen zählt jeder Abstimmende mit der größten Stimmenzahl, die er im Fenster auf einmal abgab; nach Adressen zählt jede als eine, wie im Code der Autoren. Ob gleich Stimmende ein und derselbe Mensch sind oder nur einer Meinung, sagt das Maß nicht.'],
    ['Übereinstimmung', 'Für die zwölf, die auf einmal die meisten Stimmen abgaben: der Anteil jener entschiedenen Vorschläge, bei denen zwei von ihnen beide dafür, beide dagegen oder beide enthalten waren, an allen, über die beide abgestimmt haben. Unter fünf solchen Vorschlägen steht kein Anteil.'],
  ],
} as const

const sources = [
  ['https://arxiv.org/abs/2311.03530', 'Austgen et al. (2023): DAO Decentralization: Voting-Bloc Entropy, Bribery, and Dark DAOs. arXiv 2311.03530'],
  ['https://arxiv.org/abs/2509.22620', 'Fábrega et al. (2025): Voting-Bloc Entropy: A New Metric for DAO Decentralization. arXiv 2509.22620'],
] as const

/** How votes off the chain are read, and what blocs and agreement of voters mean. */
export const Blocs = ({ locale }: { locale: Locale }) => <TermSection id="blocs" terms={texts[locale]} sources={sources} locale={locale} />
