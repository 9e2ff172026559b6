import type { ThesisWords } from '@/lib/domain/finding'
import { overallRule } from '@/lib/findings/judgeOverall'
import type { Locale } from '@/lib/domain/text'
import { TermSection } from './TermSection'

const texts = {
  en: {
    lead: 'The page The paradox holds claims of an essay against figures. Each has what would confirm it, what would refute it, a measure and a rule; all were written before any data was looked at, and are the same for every protocol.',
    terms: [
      ['Verdict', 'Holds, mixed, does not hold, or cannot be told: the last where too little is kept for the rule, with how little. It is worked out anew from what is kept whenever something new is read; nobody decides it by hand. A verdict rests on the newest reading of each protocol, whose day stands beside it.'],
      ['Overall', overallRule.en],
      ['Who is left out', 'Where accounts are compared by what they hold, exchanges and contracts that hold for others are left out or looked through, as far as labels and code tell them; each claim says how. A holder in many wallets that no label joins counts as many.'],
      ['Intervals', 'Where a figure is estimated, its 95% interval stands beside it, and the rule says whether the interval decides. Where everything was counted there is none: all decisions of a protocol are not a sample of them.'],
    ],
    rule: 'Rule:',
  },
  de: {
    lead: 'Die Seite Das Paradox misst Behauptungen eines Essays an Zahlen. Zu jeder steht, was sie bestätigen und was sie widerlegen würde, ein Maß und eine Regel; alles wurde geschrieben, bevor Daten angesehen wurden, und gilt für jedes Protokoll gleich.',
    terms: [
      ['Urteil', 'Trifft zu, gemischt, trifft nicht zu oder lässt sich nicht sagen: Letzteres, wo für die Regel zu wenig vorliegt, mit der Angabe, wie wenig. Es wird aus dem Aufbewahrten neu gerechnet, sobald etwas Neues gelesen ist; niemand entscheidet es von Hand. Ein Urteil beruht auf der neuesten Ablesung jedes Protokolls, deren Tag daneben steht.'],
      ['Insgesamt', overallRule.de],
      ['Wer weggelassen ist', 'Wo Konten nach ihrem Bestand verglichen werden, sind Börsen und Contracts, die für andere halten, weggelassen oder durchschaut, soweit Bezeichnungen und Code sie verraten; jede Behauptung sagt, wie. Wer sich auf viele Wallets verteilt, die keine Bezeichnung verbindet, zählt mehrfach.'],
      ['Intervalle', 'Wo eine Zahl geschätzt ist, steht ihr 95-%-Intervall daneben, und die Regel sagt, ob das Intervall entscheidet. Wo alles gezählt wurde, gibt es keines: Alle Entscheidungen eines Protokolls sind keine Stichprobe.'],
    ],
    rule: 'Regel:',
  },
} as const

/** How claims come to their verdicts: what is the same for all, then each with its measure and its rule. */
export function Findings({ theses, locale }: { theses: readonly ThesisWords[]; locale: Locale }) {
  const { lead, terms, rule } = texts[locale]
  const each = theses.map((thesis) => [thesis.title[locale], `${thesis.measure[locale]} ${rule} ${thesis.rule[locale]}`] as const)
  return <TermSection id="findings" lead={lead} terms={[...terms, ...each]} locale={locale} />
}
