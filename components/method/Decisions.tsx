import type { Locale } from '@/lib/domain/text'
import { untoldReasons } from '@/lib/governance/outcome'
import { Section } from '../frame/Section'
import styles from './Method.module.css'
import { sections } from './sections'

const words = {
  en: {
    untold: 'What cannot be told', untoldText: 'What was cast is told of every proposal; who was decisive is not, where it is:',
    entries: [
      ['Under its own rule', 'Each proposal is counted again from its single votes under the rule of its Governor at its block: the quorum, which votes count towards it, and the share that for must be above. A tie does not pass. With OpenZeppelin’s Governor abstentions count towards the quorum, with GovernorBravo and GovernorAlpha only votes for. Where the votes do not add up to what the contract counted, nothing is concluded from them.'],
      ['Minimal quorum', 'The fewest voters who together cast at least half of all that was cast, whichever way (Falk et al. 2024). At least, not more than: of two with 50 and 50 it is one, where the Nakamoto coefficient is two.'],
      ['Decisive', 'A voter is decisive who alone could have turned the outcome by voting otherwise or not at all, everybody else’s votes being as they were. Votes that go from for to against count twice for the majority. What passed is also turned by a missed quorum; what failed needs the majority and the quorum. Who moves, moves all its votes; a fractional voter’s parts move together.'],
      ['Smallest coalition', 'The fewest voters who together could have turned the outcome, decided exactly in whole numbers: of those who voted, and, where it is known what they had, with those who did not. Where voters split their votes so variously that not all mixtures can be looked at, it says “at most”.'],
      ['One address, one vote', 'Each address that voted counts once, for what the most of its votes went to. More than the rule’s share of those for and against must be for; no quorum is asked for.'],
      ['Insiders', 'Accounts with a label of team, investor, treasury, foundation or timelock. They were needed where the outcome without their votes is another. They decided alone where their own votes on the winning side are enough, everybody else’s on that side taken away: what passed still passes against all that was cast against it; what was defeated still lacks its majority. A missed quorum is decided by nobody’s vote.'],
      ['Turnout', 'What was cast of all votes that could have been cast at the end of the last UTC day before votes were counted; not told off the chain.'],
    ],
  },
  de: {
    untold: 'Was sich nicht sagen lässt', untoldText: 'Was abgegeben wurde, steht bei jedem Vorschlag. Wer den Ausschlag gab, lässt sich nicht sagen, wo gilt:',
    entries: [
      ['Nach eigener Regel', 'Jeder Vorschlag wird aus seinen einzelnen Stimmen noch einmal gezählt, nach der Regel seines Governors bei seinem Block: welches Quorum gilt, welche Stimmen dafür zählen und über welchem Anteil die Stimmen dafür liegen müssen. Gleichstand ist abgelehnt. Beim Governor von OpenZeppelin zählen Enthaltungen für das Quorum, bei GovernorBravo und GovernorAlpha nur Stimmen dafür. Wo die Stimmen nicht ergeben, was der Contract gezählt hat, wird nichts aus ihnen geschlossen.'],
      ['Minimales Quorum', 'Die wenigsten Abstimmenden, die zusammen mindestens die Hälfte von allem Abgegebenen beigetragen haben, gleich wofür (Falk et al. 2024). Mindestens, nicht mehr als: bei zweien mit 50 und 50 ist es einer, wo der Nakamoto-Koeffizient zwei ist.'],
      ['Entscheidend', 'Entscheidend ist, wer den Ausgang allein hätte ändern können, indem er anders oder gar nicht abgestimmt hätte, bei sonst unveränderten Stimmen. Stimmen, die von dafür zu dagegen wechseln, zählen für die Mehrheit doppelt. Was angenommen wurde, kippt auch an einem verfehlten Quorum; was abgelehnt wurde, braucht Mehrheit und Quorum. Wer wechselt, wechselt mit allen Stimmen; auch die Teile einer geteilten Stimme wechseln gemeinsam.'],
      ['Kleinste Koalition', 'Die wenigsten, die den Ausgang gemeinsam hätten ändern können, exakt in ganzen Zahlen bestimmt: von denen, die abgestimmt haben, und, wo bekannt ist, was sie hatten, auch mit den übrigen. Wo Stimmen so verschieden geteilt sind, dass sich nicht alle Mischungen durchgehen lassen, steht „höchstens“ dabei.'],
      ['Eine Adresse, eine Stimme', 'Jede Adresse, die abgestimmt hat, zählt einmal, und zwar für das, worauf die meisten ihrer Stimmen entfielen. Von denen dafür und dagegen muss mehr als der Anteil der Regel dafür sein; ein Quorum wird nicht verlangt.'],
      ['Insider', 'Konten mit der Bezeichnung Team, Investor, Treasury, Stiftung oder Timelock. Nötig waren sie, wo der Ausgang ohne ihre Stimmen ein anderer ist. Allein entschieden haben sie, wo ihre eigenen Stimmen auf der Seite, die gewann, auch ohne alle anderen dort genügen: Angenommenes bleibt gegen alle Gegenstimmen angenommen, Abgelehntem fehlt weiterhin die Mehrheit. Ein verfehltes Quorum hat niemand durch seine Stimme entschieden.'],
      ['Beteiligung', 'Was von allen Stimmen abgegeben wurde, die am Ende des letzten UTC-Tages vor der Zählung hätten abgegeben werden können; außerhalb der Chain ohne Angabe.'],
    ],
  },
} as const

/** How it is told who decides. */
export function Decisions({ locale }: { locale: Locale }) {
  const word = words[locale]
  return (
    <Section id="decisions" title={sections.decisions[locale]}>
      <dl className={styles.entries}>
        {word.entries.map(([name, text]) => (
          <div key={name} className={styles.entry}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div className={styles.entry}>
          <dt>{word.untold}</dt>
          <dd>{word.untoldText} {Object.values(untoldReasons).map((reason) => reason[locale]).join('; ')}.</dd>
        </div>
      </dl>
    </Section>
  )
}
