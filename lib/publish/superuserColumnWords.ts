import type { Text } from '@/lib/domain/text'

/** What the columns of superusers and of overlaps between protocols hold, in words. */
export const superuserColumnWords: Readonly<Record<string, Text>> = {
  superuser_rank: { en: 'Place among the accounts that are large in several places', de: 'Platz unter den Konten, die an mehreren Stellen groß sind' },
  addresses: { en: 'Addresses of its owner that are found there, EIP-55, joined by colons', de: 'Adressen seines Eigentümers, die dort vorkommen, EIP-55, durch Doppelpunkte verbunden' },
  protocols_hundred: { en: 'Of how many protocols it is among the 100 largest holders', de: 'Bei wie vielen Protokollen es zu den 100 größten Haltern gehört' },
  protocols_hundredth: { en: 'Of how many protocols it is in the largest hundredth of holders', de: 'Bei wie vielen Protokollen es zum größten Hundertstel der Halter gehört' },
  share_sum_pct: { en: 'Sum of its shares of tokens of which it is among the 100 largest holders, in per cent', de: 'Summe seiner Anteile an den Token, bei denen es zu den 100 größten Haltern gehört, in Prozent' },
  pools_large_in: { en: 'In how many pools it is a large provider: of the largest tenth, or of the ten largest; of fewer than thirty providers, of the largest third', de: 'In wie vielen Pools es ein großer Anbieter ist: im größten Zehntel oder unter den zehn größten; bei weniger als dreißig Anbietern im größten Drittel' },
  large_pools: { en: 'Contracts of these pools, EIP-55, joined by colons', de: 'Contracts dieser Pools, EIP-55, durch Doppelpunkte verbunden' },
  pools_currency: { en: 'In which currency pools are added up: dollar or ether; empty where they have none in common', de: 'In welcher Währung Pools addiert werden: dollar oder ether; leer, wo sie keine gemeinsam haben' },
  pools_liquidity_pct: { en: 'Its share of what the liquidity of all pools is worth, in per cent', de: 'Sein Anteil am Wert der Liquidität aller Pools in Prozent' },
  pools_fees_pct: { en: 'Its share of what all pools earned their providers in fees, in per cent', de: 'Sein Anteil an den Gebühren, die alle Pools ihren Anbietern einbrachten, in Prozent' },
  other_protocol: { en: 'Protocol that it is compared with', de: 'Protokoll, mit dem verglichen wird' },
  list_length: { en: 'How many are on the list of the protocol’s 100 largest holders, owners with several addresses as one, without those who hold for others', de: 'Wie viele auf der Liste der 100 größten Halter des Protokolls stehen, Eigentümer mit mehreren Adressen als einer, ohne die, die für andere halten' },
  other_list_length: { en: 'How many are on the other’s', de: 'Wie viele auf der des anderen stehen' },
  hold_either: { en: 'How many hold at least one of the two tokens: from these chance draws', de: 'Wie viele mindestens einen der beiden Token halten: Aus ihnen zieht der Zufall' },
  hold_both: { en: 'How many hold both', de: 'Wie viele beide halten' },
  in_common: { en: 'How many are on both lists', de: 'Wie viele auf beiden Listen stehen' },
  expected_in_common: { en: 'How many would be by chance, on average', de: 'Wie viele es durch Zufall im Mittel wären' },
  log10_p: { en: 'Decimal logarithm of the probability of as many or more by chance (hypergeometric distribution)', de: 'Dekadischer Logarithmus der Wahrscheinlichkeit, dass es durch Zufall so viele oder mehr sind (hypergeometrische Verteilung)' },
  log10_p_benjamini_hochberg: { en: 'The same, corrected for all pairs: Benjamini–Hochberg', de: 'Dasselbe, korrigiert für alle Paare: Benjamini–Hochberg' },
  log10_p_bonferroni: { en: 'The same, corrected for all pairs: Bonferroni', de: 'Dasselbe, korrigiert für alle Paare: Bonferroni' },
  more_than_chance: { en: 'What is left of it at 1%: bonferroni (after both corrections), benjamini_hochberg (after that one alone) or no', de: 'Was bei 1 % davon bleibt: bonferroni (nach beiden Korrekturen), benjamini_hochberg (nur nach dieser) oder no (nichts)' },
}
