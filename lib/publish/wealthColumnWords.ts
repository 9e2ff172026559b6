import { holderClasses, holderClassIds } from '@/lib/domain/holderClass'
import type { Text } from '@/lib/domain/text'

/** Where the holders of a class are a year later: one column for each class, and one for who holds nothing. */
const later: Readonly<Record<string, Text>> = Object.fromEntries([...holderClassIds, 'gone' as const].map((id) => {
  const name = id === 'gone' ? { en: 'who hold nothing', de: 'die nichts halten' } : { en: `in: ${holderClasses[id].en}`, de: `in: ${holderClasses[id].de}` }
  return [`later_${id}_pct`, { en: `Share of them a year later ${name.en}, in per cent`, de: `Anteil von ihnen ein Jahr später ${name.de}, in Prozent` }]
}))

const ofSize = (size: string, en: string, de: string): Readonly<Record<string, Text>> => ({
  [`${size}_holders`]: { en: `Holders at the month’s start: ${en}`, de: `Halter zu Beginn des Monats: ${de}` },
  [`${size}_left_pct`]: { en: `Share of them that held nothing at its end, in per cent: ${en}`, de: `Anteil von ihnen, der am Ende nichts hielt, in Prozent: ${de}` },
  [`${size}_lost_of_cost_pct`]: { en: `Given up below cost, as a share of what all their tokens had cost, in per cent: ${en}`, de: `Unter Einstand abgegeben, als Anteil an ihrem ganzen Einstandswert, in Prozent: ${de}` },
  [`${size}_under_water_pct`]: { en: `Share of them that began the month with tokens worth less than they had cost, in per cent: ${en}`, de: `Anteil von ihnen, der den Monat mit Token begann, die weniger wert waren, als sie gekostet hatten, in Prozent: ${de}` },
})

/** What the columns of growth by size and of bad months hold, in words. */
export const wealthColumnWords: Readonly<Record<string, Text>> = {
  mean_held: { en: 'Tokens held at a month’s start, mean of holders of about that size', de: 'Token zu Beginn eines Monats, Mittel der Halter von etwa dieser Größe' },
  holder_months: { en: 'How many of them, each once a month', de: 'Wie viele es sind, jeder einmal im Monat' },
  mean_gained: { en: 'Tokens gained in the month by those who gained, divided by all of them', de: 'Token, die im Monat hinzukamen, bei wem mehr hinzukam als abging, geteilt durch alle' },
  mean_lost: { en: 'Tokens lost in the month by those who lost, divided by all of them', de: 'Token, die im Monat abgingen, bei wem mehr abging als hinzukam, geteilt durch alle' },
  gone_pct: { en: 'Share of them that held nothing at the end, in per cent', de: 'Anteil von ihnen, der am Ende nichts hielt, in Prozent' },
  fitted_gained: { en: 'Tokens gained by one of them according to the fitted power law', de: 'Token, die einer von ihnen nach dem angepassten Potenzgesetz gewann' },
  gains_exponent: { en: 'Exponent α of gains that go with size^α; the same in every row', de: 'Exponent α der Zuwächse, die mit Größe^α gehen; in jeder Zeile derselbe' },
  gains_exponent_low: { en: 'Lower end of its 95% interval', de: 'Unteres Ende seines 95-%-Intervalls' },
  gains_exponent_high: { en: 'Upper end of its 95% interval', de: 'Oberes Ende seines 95-%-Intervalls' },
  losses_exponent: { en: 'Exponent of losses against size; the same in every row', de: 'Exponent der Verluste gegen die Größe; in jeder Zeile derselbe' },
  losses_exponent_low: { en: 'Lower end of the 95% interval of that of losses', de: 'Unteres Ende des 95-%-Intervalls für den der Verluste' },
  losses_exponent_high: { en: 'Upper end of the 95% interval of that of losses', de: 'Oberes Ende des 95-%-Intervalls für den der Verluste' },
  months_later: { en: 'So many months are looked ahead', de: 'So viele Monate wird vorausgeschaut' },
  starts: { en: 'From so many ends of months', de: 'Von so vielen Monatsenden aus' },
  ten_still_pct: { en: 'Share of the ten largest that is still among the ten largest, in per cent', de: 'Anteil der zehn größten, der noch unter den zehn größten ist, in Prozent' },
  tenth_still_pct: { en: 'Share of the largest tenth that is still in the largest tenth, in per cent', de: 'Anteil des größten Zehntels, der noch im größten Zehntel ist, in Prozent' },
  holder_class: { en: 'Class of holders by size: ten (the ten largest), tenth (rest of the largest tenth), half (rest of the larger half), small (smaller half)', de: 'Klasse der Halter nach Größe: ten (die zehn größten), tenth (Rest des größten Zehntels), half (Rest der größeren Hälfte), small (kleinere Hälfte)' },
  holder_starts: { en: 'How many of them, each once at every end of a month from which a year is looked ahead', de: 'Wie viele es sind, jeder einmal an jedem Monatsende, von dem aus ein Jahr vorausgeschaut wird' },
  ...later,
  arrived_pct: { en: 'Of those in the class a year later, the share that held nothing at the start, in per cent', de: 'Von denen, die ein Jahr später in der Klasse sind, der Anteil, der zu Beginn nichts hielt, in Prozent' },
  worst_holder_months: { en: 'Holders of the class in the worst months, each once a month', de: 'Halter der Klasse in den schlechtesten Monaten, jeder einmal im Monat' },
  worst_left_pct: { en: 'Share of them that held nothing at the month’s end, in per cent', de: 'Anteil von ihnen, der am Ende des Monats nichts hielt, in Prozent' },
  worst_lost_of_cost_pct: { en: 'Given up below cost in the worst months, as a share of what all tokens of the class had cost, in per cent a month', de: 'In den schlechtesten Monaten unter Einstand abgegeben, als Anteil am ganzen Einstandswert der Klasse, in Prozent im Monat' },
  other_holder_months: { en: 'Holders of the class in all other months, each once a month', de: 'Halter der Klasse in allen anderen Monaten, jeder einmal im Monat' },
  other_left_pct: { en: 'Share of those that held nothing at the month’s end, in per cent', de: 'Anteil von diesen, der am Ende des Monats nichts hielt, in Prozent' },
  other_lost_of_cost_pct: { en: 'The same as given up below cost, in all other months', de: 'Dasselbe wie unter Einstand abgegeben, in allen anderen Monaten' },
  peak_holders: { en: 'Holders of the class when the fall began', de: 'Halter der Klasse, als der Fall begann' },
  still_held_pct: { en: 'What they held at its end as a share of what they had when it began, in per cent', de: 'Ihr Bestand an dessen Ende im Verhältnis zu dem am Anfang, in Prozent' },
  fall_from: { en: 'Month at whose end the fall began', de: 'Monat, an dessen Ende der Fall begann' },
  fall_to: { en: 'Month at whose end it was deepest', de: 'Monat, an dessen Ende er am tiefsten war' },
  price_change_pct: { en: 'Change of the price between ends of months, in per cent', de: 'Änderung des Preises zwischen Monatsenden, in Prozent' },
  among_worst: { en: 'yes where it is among the worst months: the quarter with the deepest falls', de: 'yes, wo er zu den schlechtesten gehört: dem Viertel mit den tiefsten Rückgängen' },
  ...ofSize('small', 'smaller half', 'kleinere Hälfte'),
  ...ofSize('large', 'largest tenth', 'größtes Zehntel'),
}
