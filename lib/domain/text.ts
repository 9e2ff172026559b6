import { z } from 'zod'

/** The languages of the interface. Data files never depend on them. */
export const locales = ['en', 'de'] as const
export type Locale = (typeof locales)[number]

/** The same words in every language of the interface. */
export const textSchema = z.object({ en: z.string().min(1), de: z.string().min(1) })
export type Text = z.infer<typeof textSchema>
