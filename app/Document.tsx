import '@fontsource-variable/inter'
import '@fontsource-variable/source-serif-4'
import type { ReactNode } from 'react'
import '@/components/frame/base.css'
import { firstMark, firstScript } from '@/components/frame/firstScript'
import { toThemeCss } from '@/components/theme'
import type { Locale } from '@/lib/domain/text'

/** The document around every page: its language, its type and its theme, which the first script sets before the first paint. */
export function Document({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    // The script changes attributes before React sees them.
    <html lang={locale} suppressHydrationWarning>
      <head>
        <meta name="color-scheme" content="light dark" />
        <style dangerouslySetInnerHTML={{ __html: toThemeCss() }} />
        <script {...{ [firstMark]: '' }} dangerouslySetInnerHTML={{ __html: firstScript }} />
      </head>
      <body>{children}</body>
    </html>
  )
}
