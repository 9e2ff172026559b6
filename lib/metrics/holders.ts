import { ok, type Metric } from '@/lib/domain/metric'

/**
 * How many accounts have a positive amount. What one account is and who is left out, the lens decides (Nadler & Schär 2020).
 * 0 for nobody; never undefined.
 *
 * @example holders.measure(toDistribution([])) // { status: 'ok', value: 0 }
 */
export const holders: Metric = {
  id: 'holders',
  name: { en: 'Holders', de: 'Halter' },
  question: {
    en: 'How many hold anything at all?',
    de: 'Wie viele halten überhaupt etwas?',
  },
  unit: 'count',
  range: '[0, ∞)',
  direction: 'neither',
  reference: {
    citation: 'Nadler, M., Schär, F. (2020), Decentralized Finance, Centralized Ownership?, arXiv 2012.09306',
    url: 'https://arxiv.org/abs/2012.09306',
  },
  edgeCases: {
    en:
      'Accounts with a zero amount are not holders. Nobody: 0, which is a count and not a gap. Dust counts like any amount; the figure says nothing about how much anyone has.',
    de:
      'Konten ohne Guthaben sind keine Halter. Niemand: 0, das ist eine Zählung und keine Lücke. Kleinstbeträge zählen wie jeder Betrag; über die Höhe der Guthaben sagt die Zahl nichts.',
  },
  measure: ({ count }) => ok(count),
}
