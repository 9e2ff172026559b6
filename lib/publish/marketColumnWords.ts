import type { Currency } from '@/lib/domain/pool'
import type { Text } from '@/lib/domain/text'

/** What the columns of pools and of their providers hold. */
export const marketColumnWords: Readonly<Record<string, Text>> = {
  pool_address: { en: 'The pool, EIP-55', de: 'Der Pool, EIP-55' },
  pool_name: { en: 'Its two tokens and its fee', de: 'Seine beiden Token und seine Gebühr' },
  mark_day: { en: 'UTC day at whose mean price is valued what is still in', de: 'Tag (UTC), zu dessen mittlerem Preis bewertet ist, was noch darin liegt' },
  by_value: { en: 'Of what positions are worth, without fees; shares from 0 to 1', de: 'Nach dem Wert der Positionen, ohne Gebühren; Anteile von 0 bis 1' },
  by_in_range: { en: 'Of liquidity in use at the price; shares from 0 to 1', de: 'Nach Liquidität, die beim Preis genutzt wird; Anteile von 0 bis 1' },
  by_fees: { en: 'Of fees earned so far, in the quote token; shares from 0 to 1', de: 'Nach bisher verdienten Gebühren, im Quote-Token; Anteile von 0 bis 1' },
  value_hhi: { en: 'Herfindahl–Hirschman index of what positions are worth', de: 'Herfindahl-Hirschman-Index des Werts der Positionen' },
  in_range_hhi: { en: 'Herfindahl–Hirschman index of liquidity in use at the price', de: 'Herfindahl-Hirschman-Index der beim Preis genutzten Liquidität' },
  value_nakamoto50: { en: 'Fewest accounts with more than half of what positions are worth', de: 'Kleinste Zahl von Konten mit mehr als der Hälfte des Werts der Positionen' },
  in_range_nakamoto50: { en: 'Fewest accounts with more than half of liquidity in use at the price', de: 'Kleinste Zahl von Konten mit mehr als der Hälfte der beim Preis genutzten Liquidität' },
  providers: { en: 'How many accounts provide something', de: 'Wie viele Konten etwas bereitstellen' },
  in_range_providers: { en: 'How many of them are in range at the price', de: 'Wie viele davon beim Preis im Preisbereich sind' },
  day_block_number: { en: 'The day’s last block', de: 'Letzter Block des Tages' },
  day_value_quote: { en: 'What positions were worth at the price of the day’s last block, in the quote token', de: 'Wert der Positionen zum Preis des letzten Blocks des Tages, im Quote-Token' },
  day_fees_quote: { en: 'Fees that swaps paid on the day, at the same price, in the quote token', de: 'Gebühren, die Swaps an dem Tag zahlten, zum selben Preis, im Quote-Token' },
  liquidity_raw: { en: 'Liquidity in use at the price, as the contract counts it', de: 'Beim Preis genutzte Liquidität, wie der Contract sie zählt' },
  size_rank: { en: 'Place by the most that it had in at once, in the quote token', de: 'Platz nach dem höchsten Einsatz im Quote-Token' },
  loss_versus_rebalancing_quote: { en: 'Loss versus rebalancing so far, in the quote token', de: 'Bisheriger Verlust gegenüber Umschichten, im Quote-Token' },
  reward_tokens: { en: 'Tokens in which it was rewarded for its stake, EIP-55, joined by colons', de: 'Token, in denen es für seinen Einsatz belohnt wurde, EIP-55, durch Doppelpunkte verbunden' },
  reward_amounts_raw: { en: 'How much of each was paid, in smallest units, joined by colons', de: 'Wie viel von jedem gezahlt wurde, in kleinsten Einheiten, durch Doppelpunkte verbunden' },
  reward_owed_raw: { en: 'How much of each contracts say that they owe it, in smallest units, joined by colons', de: 'Wie viel von jedem ihm Contracts nach eigener Auskunft schulden, in kleinsten Einheiten, durch Doppelpunkte verbunden' },
  gas_wei: { en: 'What its transactions in the pool cost, in wei; empty where a receipt is missing', de: 'Was seine Transaktionen im Pool kosteten, in Wei; leer, wo ein Beleg fehlt' },
  positions: { en: 'How many positions it has', de: 'Anzahl seiner Positionen' },
  in_range_positions: { en: 'How many of them are in range at the price', de: 'Wie viele davon beim Preis im Preisbereich sind' },
  entered_block_number: { en: 'Block in which it first put something in', de: 'Block, in dem es zum ersten Mal etwas einzahlte' },
  left_block_number: { en: 'Block in which it took the last out; empty while something is in', de: 'Block, in dem es das Letzte entnahm; leer, solange etwas darin liegt' },
  fact_id: { en: 'What is told of the pool', de: 'Was vom Pool gesagt wird' },
  count: { en: 'How many', de: 'Wie viele' },
  fee_ppm: { en: 'Fee of a swap, in millionths of what it pays in', de: 'Gebühr eines Swaps in Millionsteln dessen, was er einzahlt' },
  not_looked_through_share_pct: { en: 'Part of all liquidity by value that stands under the names of contracts which are not looked through, among the 50 largest providers, in per cent', de: 'Anteil an der Liquidität nach Wert, der unter den Namen von Contracts steht, durch die nicht geschaut wird, unter den 50 größten Anbietern, in Prozent' },
  contract_address: { en: 'Such a contract, EIP-55', de: 'Ein solcher Contract, EIP-55' },
  contract_is: { en: 'What a provider is by what its code answers, where it is a contract that is not looked through; only the 50 largest with liquidity now are asked', de: 'Was ein Anbieter dem zufolge ist, was sein Code antwortet, wo er ein Contract ist, durch den nicht geschaut wird; gefragt werden nur die 50 größten mit Liquidität' },
  price_path: { en: 'Pools by whose prices the currency was reached, EIP-55, joined by colons', de: 'Pools, über deren Preise die Währung erreicht wurde, EIP-55, durch Doppelpunkte verbunden' },
  decile: { en: 'Tenth of all providers by size: 1 the smallest, 10 the largest', de: 'Zehntel aller Anbieter nach Größe: 1 die kleinsten, 10 die größten' },
  distance_pct: { en: 'How far the price moves, in per cent', de: 'Wie weit sich der Preis bewegt, in Prozent' },
  currency: { en: 'What money is told in: quote, ether or dollar', de: 'Worin Geld angegeben ist: quote (Quote-Token), ether oder dollar' },
  break_even_size: { en: 'Size from which on most earned their gas back, in this currency; empty where none separates them', de: 'Größe, ab der die meisten ihr Gas wieder einnahmen, in dieser Währung; leer, wo keine sie trennt' },
  smaller: { en: 'How many providers are smaller', de: 'Wie viele Anbieter kleiner sind' },
  smaller_earned: { en: 'How many of these earned more than their gas', de: 'Wie viele davon mehr als ihr Gas verdienten' },
  as_large: { en: 'How many are that large or larger', de: 'Wie viele so groß oder größer sind' },
  as_large_not_earned: { en: 'How many of these did not earn more than their gas', de: 'Wie viele davon nicht mehr als ihr Gas verdienten' },
  curve: { en: 'Which curve: gains or losses, and what they are told in', de: 'Welche Kurve: gains (Gewinne) oder losses (Verluste), und worin sie angegeben sind' },
  curve_share_pct: { en: 'Their share of all gains, or of all losses, in per cent', de: 'Ihr Anteil an allen Gewinnen oder an allen Verlusten, in Prozent' },
  accounts_share_pct: { en: 'Share of these accounts, the smallest first, in per cent', de: 'Anteil dieser Konten, die kleinsten zuerst, in Prozent' },
}

const inCurrency: Readonly<Record<Currency, Text>> = {
  quote: { en: 'in the pool’s quote token', de: 'im Quote-Token des Pools' },
  ether: { en: 'in ether', de: 'in Ether' },
  dollar: { en: 'in dollars', de: 'in Dollar' },
}

const money: Readonly<Record<string, Text>> = {
  size: { en: 'Most that it had in at once, at what it had cost', de: 'Höchster Einsatz, zu dem, was er gekostet hatte' },
  put_in: { en: 'What it paid in or was handed', de: 'Was es einzahlte oder übertragen bekam' },
  taken_out: { en: 'What it took out or handed on, without fees', de: 'Was es entnahm oder weitergab, ohne Gebühren' },
  fees: { en: 'Fees, paid out or not', de: 'Gebühren, ausgezahlt oder nicht' },
  rewards: { en: 'Rewards for its stake, paid and owed', de: 'Belohnungen für seinen Einsatz, gezahlte und geschuldete' },
  gas: { en: 'Gas of its transactions in the pool', de: 'Gas seiner Transaktionen im Pool' },
  still_in: { en: 'What is still in, without fees', de: 'Was noch darin liegt, ohne Gebühren' },
  net: { en: 'Result: taken out, fees, rewards and what is still in, less what was put in and gas', de: 'Ergebnis: Entnommenes, Gebühren, Belohnungen und was noch darin liegt, abzüglich Einzahlungen und Gas' },
  versus_holding: { en: 'What it has more than had it held what it put in', de: 'Was es mehr hat, als wenn es das Eingezahlte gehalten hätte' },
  impermanent_loss: { en: 'The part of that which prices made (impermanent loss)', de: 'Der Teil davon, den Preise ausmachen (Impermanent Loss)' },
  smallest_size: { en: 'Smallest size among them', de: 'Kleinste Größe unter ihnen' },
  largest_size: { en: 'Largest size among them', de: 'Größte Größe unter ihnen' },
  all_sizes: { en: 'Sum of their sizes', de: 'Summe ihrer Größen' },
  all_still_in: { en: 'Sum of what they still have in, without fees', de: 'Summe dessen, was sie noch darin haben, ohne Gebühren' },
  all_fees: { en: 'Sum of their fees', de: 'Summe ihrer Gebühren' },
  all_rewards: { en: 'Sum of their rewards', de: 'Summe ihrer Belohnungen' },
  all_gains: { en: 'Sum of the positive results among them', de: 'Summe der positiven Ergebnisse unter ihnen' },
  all_net: { en: 'Sum of their results', de: 'Summe ihrer Ergebnisse' },
  all_net_losses: { en: 'Sum of the negative results among them', de: 'Summe der negativen Ergebnisse unter ihnen' },
  all_impermanent_losses: { en: 'Sum of what each of them lost against holding, without fees, rewards and gas', de: 'Summe dessen, was jeder gegenüber Halten verlor, ohne Gebühren, Belohnungen und Gas' },
  all_price_falls: { en: 'Sum of what holding would have lost, of those for whom it would', de: 'Summe dessen, was Halten verloren hätte, bei denen, für die es das hätte' },
  depth_all: { en: 'What would be traded until the price has moved so far either way', de: 'Was gehandelt würde, bis sich der Preis in beide Richtungen so weit bewegt hat' },
  depth_largest_tenth: { en: 'The part of the largest tenth of providers of the depth', de: 'Der Teil des größten Zehntels der Anbieter an der Tiefe' },
  depth_upper_middle: { en: 'The part of the four tenths below it', de: 'Der Teil der vier Zehntel darunter' },
  depth_smaller_half: { en: 'The part of the smaller half', de: 'Der Teil der kleineren Hälfte' },
  depth_unknown: { en: 'The part of those whose size is not known', de: 'Der Teil derer, deren Größe nicht bekannt ist' },
  versus_rebalancing: { en: 'Fees and rewards less gas and loss versus rebalancing', de: 'Gebühren und Belohnungen abzüglich Gas und Verlust gegenüber Umschichten' },
}

const byCurrency: Readonly<Record<Currency, Text>> = {
  quote: { en: 'reckoned in the pool’s quote token', de: 'gerechnet im Quote-Token des Pools' },
  ether: { en: 'reckoned in ether', de: 'gerechnet in Ether' },
  dollar: { en: 'reckoned in dollars', de: 'gerechnet in Dollar' },
}

const perCent = (en: string, de: string): Text => ({ en: `${en}, in per cent`, de: `${de}, in Prozent` })
const shares: Readonly<Record<string, Text>> = {
  share_of_providers: perCent('Share of all providers', 'Anteil an allen Anbietern'),
  share_of_sizes: perCent('Share of all sizes', 'Anteil an allen Größen'),
  share_of_still_in: perCent('Share of all that is still in', 'Anteil an allem, was noch darin liegt'),
  share_of_fees: perCent('Share of all fees of providers', 'Anteil an allen Gebühren der Anbieter'),
  share_of_rewards: perCent('Share of all rewards', 'Anteil an allen Belohnungen'),
  share_of_earned: perCent('Share of all fees and rewards', 'Anteil an allen Gebühren und Belohnungen'),
  share_of_gains: perCent('Share of all gains: what those with a positive result have', 'Anteil an allen Gewinnen: was die mit positivem Ergebnis haben'),
  share_of_net_losses: perCent('Share of all negative results', 'Anteil an allen negativen Ergebnissen'),
  share_of_impermanent_losses: perCent('Share of all impermanent loss', 'Anteil am gesamten Impermanent Loss'),
  share_of_price_falls: perCent('Share of all that holding would have lost', 'Anteil an allem, was Halten verloren hätte'),
  lost: perCent('Share of them with a negative result', 'Anteil derer mit negativem Ergebnis'),
  median_return: perCent('Median of the result as a share of the size', 'Median des Ergebnisses im Verhältnis zur Größe'),
  gas_of_fees: perCent('Gas as a share of fees', 'Gas im Verhältnis zu den Gebühren'),
}

const counts: Readonly<Record<string, Text>> = {
  providers: { en: 'How many they are', de: 'Wie viele es sind' },
  lost: { en: 'How many of them have a negative result', de: 'Wie viele davon ein negatives Ergebnis haben' },
}

const ofTokens: Readonly<Record<string, Text>> = {
  in_pool: { en: 'What positions would pay, without fees', de: 'Was die Positionen auszahlen würden, ohne Gebühren' },
  of_fact: { en: 'How much of it', de: 'Wie viel davon' },
  volume: { en: 'What swaps paid in so far', de: 'Was Swaps bisher einzahlten' },
  fees: { en: 'What swaps and flash loans paid in fees so far', de: 'Was Swaps und Flash Loans bisher an Gebühren zahlten' },
  protocol_fees: { en: 'The protocol’s part of them', de: 'Der Teil des Protokolls davon' },
  unowned_fees: { en: 'The part of them that nobody owns', de: 'Der Teil davon, der niemandem gehört' },
  just_in_time_fees: { en: 'The part of them earned by liquidity that was there for one block', de: 'Der Teil davon, den Liquidität verdiente, die einen Block lang da war' },
  deposited: { en: 'What it paid in', de: 'Was es einzahlte' },
  withdrawn: { en: 'What it took out, without fees', de: 'Was es entnahm, ohne Gebühren' },
  received: { en: 'What was handed to it', de: 'Was ihm übertragen wurde' },
  given: { en: 'What it handed on, with fees', de: 'Was es weitergab, mit Gebühren' },
  fees_paid: { en: 'Fees that were paid out to it', de: 'An es ausgezahlte Gebühren' },
  fees_owed: { en: 'Fees that it earned and has not been paid', de: 'Verdiente, nicht ausgezahlte Gebühren' },
  principal: { en: 'What is still in, without fees', de: 'Was noch darin liegt, ohne Gebühren' },
}

const join = (one: Text, other: Text): Text => ({ en: `${one.en}, ${other.en}`, de: `${one.de}, ${other.de}` })
const units: Text = { en: 'in smallest units', de: 'in kleinsten Einheiten' }

/**
 * What a column holds whose name is made of two words of ours: a part of a result and a currency, or a token of the pool and what of it.
 *
 * @returns null for any other
 * @example toMarketColumnWords('net_dollar')?.en // 'Result: …, in dollars'
 */
export function toMarketColumnWords(name: string): Text | null {
  const [, part = '', currency, kind = ''] = /^(.+)_(quote|ether|dollar)(_pct|_count)?$/.exec(name) ?? []
  const told = kind === '_pct' ? shares[part] : kind === '_count' ? counts[part] : money[part]
  if (told) return join(told, (kind === '' ? inCurrency : byCurrency)[currency as Currency])
  const [, token, of] = /^token([01])_(.+)_raw$/.exec(name) ?? []
  return of && ofTokens[of] ? join(join(ofTokens[of], { en: `of the pool’s token ${token}`, de: `vom Token ${token} des Pools` }), units) : null
}
