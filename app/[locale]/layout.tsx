import type { ReactNode } from 'react'
import { Document } from '../Document'
import { toLocale } from '../question'

/** Every page is asked of the database anew: nothing is read while building. */
export const dynamic = 'force-dynamic'

interface LayoutProps {
  children: ReactNode
  params: Promise<{ locale: string }>
}

export default async function Layout({ children, params }: LayoutProps) {
  const { locale } = await params
  return <Document locale={toLocale(locale) ?? 'en'}>{children}</Document>
}
