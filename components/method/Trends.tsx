import type { Locale } from '@/lib/domain/text'
import { TermSection } from './TermSection'

const texts = {
  en: [
    ['Trend', 'The end of each calendar month, from the first at which 50 hold something; where there are fewer than 24, every day or week that is kept, and the chart says so. The slope is the median of the slopes between all pairs of points (Theil 1950), its interval of 95% that of Sen (1968). Outliers do not move it.'],
    ['Chance', 'Mann and Kendall’s test: how often a series in which each point is as likely to stand anywhere rises or falls as steadily. Because a month resembles the one before, its variance and that of the interval are multiplied by n/n* of Hamed & Rao (1998), from those autocorrelations of the ranks around the trend that stand out at 5%; a factor below 1 counts as 1. A walk without any direction can still look like a trend over few years.'],
    ['What moved concentration', 'HHI is a sum of squared shares, so that its change from one month end to the next can be split without a rest. Who came adds the squares of its shares, who left takes those it had. Of who stayed, the share is what it holds by what all hold: each of the two is credited with its change at the mean of the other before and after (Bennet 1920). What the ten largest of the month before gained or lost stands apart from what all others did; the rest is more or less supply under the lens, new tokens, unlocked ones or burned ones.'],
    ['Published figures', 'Figures of others stand as dots on the charts over time and in a table, with who published them, of when they are, and who was counted, as far as they say so. Where only a year is told, the dot stands in the middle of what the chart shows of it; where the day of the data is not told, it is that of the publication. They were taken from the source itself, or, where that is said, from who quotes it. They are in no file of the charts over time, only in that of their own table: what is cited of a block does not change when somebody publishes more.'],
  ],
  de: [
    ['Trend', 'Das Ende jedes Kalendermonats, ab dem ersten, an dem 50 etwas halten; wo es weniger als 24 gibt, jeder Tag oder jede Woche, und das Diagramm sagt es. Die Steigung ist der Median der Steigungen zwischen allen Paaren von Punkten (Theil 1950), ihr 95-%-Intervall das von Sen (1968). Ausreißer verschieben sie nicht.'],
    ['Zufall', 'Der Test nach Mann und Kendall: wie oft eine Reihe, in der jeder Punkt überall gleich wahrscheinlich steht, ebenso stetig steigt oder fällt. Weil ein Monat dem vorigen ähnelt, werden seine Varianz und die des Intervalls mit n/n* nach Hamed & Rao (1998) multipliziert, aus jenen Autokorrelationen der Ränge um den Trend, die bei 5 % herausragen; ein Faktor unter 1 gilt als 1. Ein Gang ohne jede Richtung kann über wenige Jahre trotzdem wie ein Trend aussehen.'],
    ['Was die Konzentration bewegt', 'Der HHI ist eine Summe quadrierter Anteile; darum lässt sich seine Änderung von einem Monatsende zum nächsten ohne Rest aufteilen. Wer dazukommt, bringt die Quadrate seiner Anteile mit; wer aussteigt, nimmt die seinen weg. Bei denen, die bleiben, ist der Anteil ihr Bestand geteilt durch den aller: Jedem der beiden wird seine Änderung beim Mittel des anderen vorher und nachher zugerechnet (Bennet 1920). Was die zehn Größten des Vormonats gewannen oder verloren, steht getrennt von dem aller anderen; der Rest ist mehr oder weniger Menge in dieser Sicht: neue, freigegebene oder verbrannte Token.'],
    ['Veröffentlichte Zahlen', 'Zahlen anderer stehen als Punkte in den Diagrammen über die Zeit und in einer Tabelle, mit der Angabe, wer sie veröffentlicht hat, von wann sie sind und wer gezählt wurde, soweit das gesagt ist. Ist nur ein Jahr genannt, steht der Punkt in der Mitte dessen, was das Diagramm davon zeigt; ist der Tag der Daten nicht genannt, ist es der der Veröffentlichung. Sie stammen aus der Quelle selbst oder, wo das dabeisteht, von jemandem, der sie zitiert. In den Dateien der Diagramme über die Zeit stehen sie nicht, nur in der ihrer eigenen Tabelle: Was zu einem Block zitiert wurde, ändert sich nicht, wenn jemand mehr veröffentlicht.'],
  ],
} as const

const works = [
  ['https://doi.org/10.1080/01621459.1968.10480934', 'Sen, P. K. (1968), Estimates of the Regression Coefficient Based on Kendall’s Tau, Journal of the American Statistical Association 63(324), 1379–1389'],
  ['https://doi.org/10.1016/S0022-1694(97)00125-X', 'Hamed, K. H. & Rao, A. R. (1998), A modified Mann–Kendall trend test for autocorrelated data, Journal of Hydrology 204(1–4), 182–196'],
] as const

/** How it is told where concentration goes, what moved it, and what others published of it. */
export const Trends = ({ locale }: { locale: Locale }) => <TermSection id="trends" terms={texts[locale]} sources={works} locale={locale} />
