import { hhiPartNames, type HhiParts } from '@/lib/domain/hhiDrivers'
import type { Text } from '@/lib/domain/text'

const sinceFirst = (name: Text): Text => ({ en: `Change of HHI since the first month end by ${name.en}`, de: `Änderung des HHI seit dem ersten Monatsende: ${name.de}` })
const inMonth = (part: keyof HhiParts): Text => ({ en: `Change of HHI since the month before by ${hhiPartNames[part].en}`, de: `Änderung des HHI seit dem Vormonat: ${hhiPartNames[part].de}` })

/** Columns of trends, of what moved concentration, and of what others published of it. */
export const trendColumnWords: Readonly<Record<string, Text>> = {
  measured: { en: 'Value of the measure', de: 'Wert des Maßes' },
  trend_line: { en: 'What the straight line of the trend has on this day', de: 'Was die Gerade des Trends an diesem Tag hat' },
  first_value: { en: 'Value of the measure at the first moment', de: 'Wert des Maßes zum ersten Zeitpunkt' },
  last_value: { en: 'Value of the measure at the last moment', de: 'Wert des Maßes zum letzten Zeitpunkt' },
  slope_per_year: { en: 'Change a year: median over all pairs of moments (Theil and Sen)', de: 'Änderung im Jahr: Median über alle Paare von Zeitpunkten (Theil und Sen)' },
  slope_low: { en: 'Lower end of its interval of 95%', de: 'Unteres Ende ihres 95-%-Intervalls' },
  slope_high: { en: 'Upper end of its interval of 95%', de: 'Oberes Ende ihres 95-%-Intervalls' },
  by_chance_pct: { en: 'How often chance gives so much of a trend, in per cent (Mann and Kendall, corrected after Hamed & Rao)', de: 'Wie oft der Zufall einen so starken Trend ergibt, in Prozent (Mann und Kendall, berichtigt nach Hamed & Rao)' },
  moments: { en: 'How many moments', de: 'Anzahl der Zeitpunkte' },
  moments_apart: { en: 'month, week or day', de: 'month (Monat), week (Woche) oder day (Tag)' },
  variance_factor: { en: 'By how much the variance grew because a moment resembles the one before', de: 'Um das Wievielfache die Varianz wuchs, weil ein Zeitpunkt dem vorigen ähnelt' },
  kendall_tau: { en: 'Pairs that rise less pairs that fall, by all pairs', de: 'Paare, die steigen, weniger Paare, die fallen, durch alle Paare' },
  first_day: { en: 'UTC day of the first moment', de: 'Tag des ersten Zeitpunkts (UTC)' },
  last_day: { en: 'UTC day of the last moment', de: 'Tag des letzten Zeitpunkts (UTC)' },
  hhi_change: { en: 'Change of HHI since the first month end', de: 'Änderung des HHI seit dem ersten Monatsende' },
  hhi_by_largest: sinceFirst(hhiPartNames.largest),
  hhi_by_others: sinceFirst(hhiPartNames.others),
  hhi_by_turnover: sinceFirst({ en: 'who came and who left', de: 'wer dazukam und wer ausstieg' }),
  hhi_by_supply: sinceFirst(hhiPartNames.supply),
  month_by_entry: inMonth('entry'),
  month_by_exit: inMonth('exit'),
  month_by_largest: inMonth('largest'),
  month_by_others: inMonth('others'),
  month_by_supply: inMonth('supply'),
  work: { en: 'Who published it, and when', de: 'Wer es wann veröffentlicht hat' },
  work_title: { en: 'Title of the work', de: 'Titel der Arbeit' },
  work_source: { en: 'Where the work stands', de: 'Wo die Arbeit steht' },
  work_read_in: { en: 'Where the figure was read, if not there', de: 'Wo die Zahl gelesen wurde, wenn nicht dort' },
  published_of: { en: 'held (what is held) or votes', de: 'held (Besitz) oder votes (Stimmen)' },
  published_value: { en: 'The published figure; shares from 0 to 1', de: 'Die veröffentlichte Zahl; Anteile von 0 bis 1' },
  published_about: { en: 'yes where it is told in words only', de: 'yes, wo sie nur in Worten genannt ist' },
  published_date: { en: 'Day, month or year, as exactly as it is told', de: 'Tag, Monat oder Jahr, so genau wie angegeben' },
  published_date_of: { en: 'data, or publication where the day of the data is not told', de: 'data (Daten) oder publication (Veröffentlichung), wo der Tag der Daten nicht angegeben ist' },
  value_day: { en: 'UTC day of the value that is measured here', de: 'Tag des hier gemessenen Werts (UTC)' },
  treatment: { en: 'Who was counted and who left out', de: 'Wer gezählt und wer weggelassen wurde' },
  entered_accounts: { en: 'How many entered since the month before', de: 'Wie viele seit dem Vormonat dazukamen' },
  left_accounts: { en: 'How many left since the month before', de: 'Wie viele seit dem Vormonat ausstiegen' },
}
