import type { Text } from '@/lib/domain/text'

/** What the columns of who takes part hold, in words. */
export const participationColumnWords: Readonly<Record<string, Text>> = {
  part_tenth: { en: 'Tenth of the holders by size: 1 is the smallest, 10 the largest', de: 'Zehntel der Halter nach Größe: 1 ist das kleinste, 10 das größte' },
  part_group: { en: 'all, smallerHalf, largestTenth, inHand (at least half in their own wallets or where it votes) or throughContracts (mainly behind contracts)', de: 'all (alle), smallerHalf (kleinere Hälfte), largestTenth (größtes Zehntel), inHand (mindestens die Hälfte in eigenen Wallets oder dort, wo es mitstimmt) oder throughContracts (überwiegend hinter Contracts)' },
  part_takers_pct: { en: 'Share of them that ever gave votes to somebody or voted, in per cent', de: 'Anteil derer, die je Stimmen vergeben oder abgestimmt haben, in Prozent' },
  part_voters_pct: { en: 'Share of them that ever voted, in per cent', de: 'Anteil derer, die je abgestimmt haben, in Prozent' },
  part_holders: { en: 'How many they are', de: 'Wie viele es sind' },
  part_delegated: { en: 'How many ever gave their votes to somebody, themselves among them, or locked tokens for them', de: 'Wie viele je ihre Stimmen vergeben (auch an sich selbst) oder Token dafür gesperrt haben' },
  part_voted: { en: 'How many ever voted on a proposal', de: 'Wie viele je über einen Vorschlag abgestimmt haben' },
  part_either: { en: 'How many did either', de: 'Wie viele eines davon getan haben' },
  part_least: { en: 'What the smallest of them has, in tokens, exact', de: 'Was der Kleinste von ihnen hat, in Token, exakt' },
  part_most: { en: 'What the largest of them has, in tokens, exact', de: 'Was der Größte von ihnen hat, in Token, exakt' },
  part_act: { en: 'delegation (giving votes to somebody) or vote', de: 'delegation (Stimmen vergeben) oder vote (abstimmen)' },
  part_transactions: { en: 'Transactions that were looked at: the newest', de: 'Betrachtete Transaktionen: die neuesten' },
  part_fee_ether: { en: 'Median fee in ether', de: 'Mittlere Gebühr in Ether (Median)' },
  part_fee_of_median_pct: { en: 'The same as a share of the median holding, in per cent', de: 'Dasselbe als Anteil am mittleren Bestand in Prozent' },
  part_median: { en: 'The median holding, in tokens, exact', de: 'Der mittlere Bestand (Median), in Token, exakt' },
  part_median_ether: { en: 'The same in ether, at the price of the last whole day', de: 'Dasselbe in Ether, zum Preis des letzten ganzen Tages' },
}
