/** Where protocols are compared, without a language. */
export const comparePath = '/compare'

export const compareTitle = { en: 'Compare protocols', de: 'Protokolle vergleichen' } as const

export const compareDescription = {
  en: 'Two to six protocols on the same axes, under the same lens: any measure over time and today, their Lorenz curves, and every measure side by side.',
  de: 'Zwei bis sechs Protokolle auf denselben Achsen, in derselben Sicht: ein Maß nach Wahl im Verlauf und heute, ihre Lorenzkurven und alle Maße nebeneinander.',
} as const
