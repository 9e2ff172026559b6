import { unresolvedReasons } from '@/lib/domain/contractOwnership'
import type { Locale, Text } from '@/lib/domain/text'
import { Section } from '../frame/Section'
import styles from './Method.module.css'
import { sections } from './sections'

const words = {
  en: {
    unresolved: 'Unresolved', unresolvedText: 'What a contract holds and nobody could be named for. It counts nowhere, and every chart that it touches says how much it is. The reasons:',
    sourcesText: 'How the owners of what a contract holds are told, family by family.',
    entitiesText: 'By which rules addresses become one holder. Merging can only raise concentration as HHI measures it. They can be switched on a protocol’s pages, in its charts, files and in the API; the overview and the days that are drawn on a protocol’s first page keep the usual ones.', usual: 'followed', unusual: 'not followed unless somebody chooses it',
  },
  de: {
    unresolved: 'Ungeklärt', unresolvedText: 'Was ein Contract hält und wofür sich niemand nennen ließ. Es zählt nirgends mit, und jedes Diagramm, das es berührt, sagt, wie viel es ist. Die Gründe:',
    sourcesText: 'Wie sich, Art für Art, sagen lässt, wem gehört, was ein Contract hält.',
    entitiesText: 'Nach welchen Regeln Adressen ein Halter werden. Zusammenfassen kann die Konzentration, wie der HHI sie misst, nur erhöhen. Umschalten lassen sie sich auf den Seiten eines Protokolls, in seinen Diagrammen und Dateien und in der API; auf der Übersicht und für den Verlauf auf der ersten Seite eines Protokolls gelten immer die üblichen.', usual: 'wird befolgt', unusual: 'wird nur befolgt, wenn jemand es wählt',
  },
} as const

const citation = 'https://arxiv.org/abs/2012.09306'

const principles = {
  en: [
    ['Handing on', 'What a contract holds for others is divided among those who have a claim on it, in proportion to their claims; what falls to another such contract is handed on again, to any depth, until people, treasuries or contracts that nobody knows are left. An unknown contract is an owner like any other, and so is a multisig wallet.'],
    ['Circles', 'Contracts may hold shares of one another. Such a circle is solved as a system of equations, so that all that comes into it leaves it to those outside. A circle that belongs to nobody outside is unresolved.'],
    ['Two chains', 'What lies in the escrow of a bridge belongs to the owners of its twin on the other chain, where that chain is followed here: as they were at its newest snapshot that is not later than the block, for a day of history than the end of the day. Which one it was is kept with the block and shown, so that everything can be made again. Where no more of the twin exists than lies in the escrow, each owner has as much as there, and the rest is on its way or not told; where more exists, each has a part. An address is the same owner on both chains where no contract stands at it there and none is known to stand at it here, or where labels of both chains name it the same. The 2,000 largest owners there are asked whether they are contracts; an address that was not asked stays unresolved where it holds something or is named here too. Contracts there, what was burned there and what was unresolved there stay unresolved. Comparisons of protocols count such a token once, with the escrow.'],
    ['To the smallest unit', 'Every division is made in whole smallest units; what is left over goes to the largest remainders, ties by address. What owners get and what stays unresolved add up to the supply, exactly.'],
    ['Depth', 'How many contracts lie between a token and its owner: none, where it lies in the owner’s own wallet. The mean over the supply is the wrapping complexity.'],
    ['The band', 'Below a headline figure stands its lowest and highest value over all lenses, and the labelled account without which it would change most. For an imported list both are told from its own holders; one that was cut off gives bounds in place of a value, and no such account.'],
  ],
  de: [
    ['Zurechnen', 'Was ein Contract für andere hält, verteilt sich auf alle, die einen Anspruch darauf haben, im Verhältnis ihrer Ansprüche. Was dabei auf einen weiteren solchen Contract entfällt, wird wieder verteilt, beliebig tief, bis Menschen, Treasurys oder unbekannte Contracts übrig sind. Ein unbekannter Contract ist ein Eigentümer wie jeder andere, eine Multisig-Wallet ebenso.'],
    ['Kreise', 'Contracts können Anteile aneinander halten. Ein solcher Kreis wird als Gleichungssystem gelöst, sodass alles, was hineinkommt, bei denen außerhalb ankommt. Ein Kreis, der niemandem außerhalb gehört, bleibt ungeklärt.'],
    ['Zwei Chains', 'Was in der Treuhand einer Brücke liegt, gehört den Eigentümern des Zwillings auf der anderen Chain, sofern sie hier erfasst wird: nach deren jüngstem Stand, der nicht nach dem Block liegt, bei Tagen der Vergangenheit nicht nach dem Ende des Tages. Welcher es war, wird mit dem Block aufgehoben und gezeigt, sodass sich alles nachrechnen lässt. Gibt es dort nicht mehr, als in der Treuhand liegt, hat jeder Eigentümer so viel wie dort, und der Rest ist unterwegs oder nicht zu klären; gibt es mehr, bekommt jeder seinen Anteil. Eine Adresse gilt auf beiden Chains als derselbe Eigentümer, wenn dort kein Contract an ihr steht und von hier keiner bekannt ist, oder wenn Bezeichnungen beider Chains sie gleich benennen. Die 2.000 größten Eigentümer dort werden gefragt, ob sie Contracts sind; eine Adresse, die nicht gefragt wurde, bleibt ungeklärt, wenn sie auch hier etwas hält oder benannt ist. Ungeklärt bleiben Contracts der anderen Chain, was dort verbrannt wurde und was schon dort ungeklärt war. Vergleiche von Protokollen zählen einen solchen Token einmal, bei der Treuhand.'],
    ['Bis zur kleinsten Einheit', 'Geteilt wird in ganzen kleinsten Einheiten; was übrig bleibt, geht an die größten Reste, bei Gleichstand nach der Adresse. Was Eigentümer bekommen und was ungeklärt bleibt, ergibt zusammen genau die Gesamtmenge.'],
    ['Tiefe', 'Wie viele Contracts zwischen einem Token und seinem Eigentümer liegen: keiner, wo er in der eigenen Wallet liegt. Der Mittelwert über die Gesamtmenge ist das Maß der Verschachtelung.'],
    ['Das Band', 'Unter einer großen Zahl stehen ihr niedrigster und ihr höchster Wert über alle Sichten und das bezeichnete Konto, ohne das sie sich am stärksten ändern würde. Bei einer importierten Liste stammt beides aus ihren eigenen Haltern; eine abgeschnittene ergibt Schranken statt eines Werts und kein solches Konto.'],
  ],
} as const

interface Named {
  id: string
  name: Text
  description: Text
}

interface ThroughProps {
  sources: readonly Named[]
  entityRules: readonly (Named & { usual: boolean })[]
  locale: Locale
}

/** How contracts are looked through, family by family, and when addresses are one holder: from the registries. */
export function Through({ sources, entityRules, locale }: ThroughProps) {
  const word = words[locale]
  return (
    <>
      <Section id="through" title={sections.through[locale]}>
        <dl className={styles.entries}>
          {principles[locale].map(([name, text], place) => (
            <div key={name} className={styles.entry}>
              <dt>{name}</dt>
              <dd>{text}</dd>
              {place === 0 && <dd className={styles.fine}><a href={citation} rel="noopener">Nadler, Schär (2020): Decentralized Finance, Centralized Ownership? arXiv 2012.09306</a></dd>}
            </div>
          ))}
          <div className={styles.entry}>
            <dt>{word.unresolved}</dt>
            <dd>{word.unresolvedText} {Object.values(unresolvedReasons).map((reason) => reason[locale]).join('; ')}.</dd>
          </div>
        </dl>
      </Section>
      <Section id="sources" title={sections.sources[locale]} lead={word.sourcesText}><Entries entries={sources} locale={locale} /></Section>
      <Section id="entities" title={sections.entities[locale]} lead={word.entitiesText}>
        <Entries entries={entityRules} noteOf={(place) => (entityRules[place]!.usual ? word.usual : word.unusual)} locale={locale} />
      </Section>
    </>
  )
}

function Entries({ entries, noteOf, locale }: { entries: readonly Named[]; noteOf?: (place: number) => string; locale: Locale }) {
  return (
    <dl className={styles.entries}>
      {entries.map(({ id, name, description }, place) => (
        <div key={id} className={styles.entry}>
          <dt>{name[locale]} <code>{id}</code></dt>
          <dd>{description[locale]}</dd>
          {noteOf && <dd className={styles.fine}>{noteOf(place)}</dd>}
        </div>
      ))}
    </dl>
  )
}
