import type { Text } from '@/lib/domain/text'

/** What the columns of claims and their verdicts hold, in words; those of their figures bring their own. */
export const findingColumnWords: Readonly<Record<string, Text>> = {
  claim: { en: 'Id of the claim', de: 'Id der Behauptung' },
  claim_title: { en: 'The claim in a few words', de: 'Die Behauptung in wenigen Worten' },
  subject_kind: { en: 'What the verdict is of: protocol, category (all protocols of one), all (all that are followed) or overall (what all subjects come to)', de: 'Wovon das Urteil ist: protocol (Protokoll), category (alle Protokolle einer Kategorie), all (alle verfolgten) oder overall (was alle zusammen ergeben)' },
  subject_id: { en: 'Slug of the protocol, id of the category, all or overall', de: 'Kürzel des Protokolls, Id der Kategorie, all oder overall' },
  subject_name: { en: 'Its name', de: 'Name' },
  verdict: { en: 'holds, mixed, doesNotHold or cannotBeTold', de: 'holds (trifft zu), mixed (gemischt), doesNotHold (trifft nicht zu) oder cannotBeTold (lässt sich nicht sagen)' },
  verdict_reason: { en: 'Why, in a sentence', de: 'Warum, in einem Satz (englisch)' },
  is_demo: { en: 'yes for data of the demo chain, which are made up', de: 'yes bei Daten der Demo-Chain, die erfunden sind' },
}
