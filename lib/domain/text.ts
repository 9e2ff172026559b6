/** The languages of the interface. Data files never depend on them. */
export const locales = ['en', 'de'] as const
export type Locale = (typeof locales)[number]

/** The same words in every language of the interface. */
export type Text = Record<Locale, string>
