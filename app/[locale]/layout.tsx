import '@fontsource-variable/inter'
import '@fontsource-variable/source-serif-4'
import type { ReactNode } from 'react'
import '@/components/frame/base.css'
import { themeScript } from '@/components/frame/themeScript'
import { toThemeCss } from '@/components/theme'
import { toLocale } from '../question'

/** Every page is asked of the database anew: nothing is read while building. */
export const dynamic = 'force-dynamic'

interface LayoutProps {
  children: ReactNode
  params: Promise<{ locale: string }>
}

export default async function Layout({ children, params }: LayoutProps) {
  const { locale } = await params
  return (
    // The script sets the theme before React sees the page.
    <html lang={toLocale(locale) ?? 'en'} suppressHydrationWarning>
      <head>
        <meta name="color-scheme" content="light dark" />
        <style dangerouslySetInnerHTML={{ __html: toThemeCss() }} />
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>{children}</body>
    </html>
  )
}
