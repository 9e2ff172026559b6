import type { Text } from '@/lib/domain/text'

/** What the columns of charts between protocols hold, in words. */
export const competitionColumnWords: Readonly<Record<string, Text>> = {
  field: { en: 'Which protocols are held against one another: a category, or all; those of the demo apart', de: 'Welche Protokolle verglichen werden: eine Kategorie oder alle (all); die der Demo für sich' },
  rival_measure: { en: 'What is shared: liquidity, fees, holders or votes', de: 'Was verteilt ist: liquidity (Liquidität), fees (Gebühren), holders (Halter) oder votes (Stimmabgaben)' },
  month_amount: { en: 'What the protocol had in this month, or at its end: ether, holders or votes cast', de: 'Was das Protokoll in diesem Monat oder an dessen Ende hatte: Ether, Halter oder Stimmabgaben' },
  hhi_between: { en: 'Herfindahl–Hirschman index between the protocols over the twelve months up to this day', de: 'Herfindahl-Hirschman-Index zwischen den Protokollen über die zwölf Monate bis zu diesem Tag' },
  hhi_between_before: { en: 'The same over the first twelve months', de: 'Derselbe über die ersten zwölf Monate' },
  leader: { en: 'Protocol with the largest share', de: 'Protokoll mit dem größten Anteil' },
  leader_share_pct: { en: 'Its share over the twelve months, in per cent', de: 'Sein Anteil über die zwölf Monate in Prozent' },
  second_share_pct: { en: 'Share of the one behind it, in per cent', de: 'Anteil des nächsten in Prozent' },
  turnovers: { en: 'How often another took the lead since the first twelve months', de: 'Wie oft seit den ersten zwölf Monaten ein anderes die Führung übernahm' },
  protocols_compared: { en: 'How many protocols have something of it', de: 'Wie viele Protokolle etwas davon haben' },
  months_told: { en: 'How many months could be told of all of them', de: 'Wie viele Monate sich bei allen sagen ließen' },
}
