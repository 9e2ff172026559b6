'use client'

import Link, { useLinkStatus } from 'next/link'
import type { AnchorHTMLAttributes } from 'react'
import type { Locale } from '@/lib/domain/text'
import styles from './PageLink.module.css'

const words = { en: 'Loading', de: 'Wird geladen' }

interface PageLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string
  locale: Locale
}

/**
 * A link to another page of ours. While the page is on its way a line at the top says so: a loading state that leaves what one reads
 * in its place, and that a browser without JavaScript never has to wait behind.
 */
export function PageLink({ children, locale, ...link }: PageLinkProps) {
  return (
    <Link {...link} prefetch={false}>
      {children}
      <Loading locale={locale} />
    </Link>
  )
}

function Loading({ locale }: { locale: Locale }) {
  const { pending } = useLinkStatus()
  return pending ? <span className={styles.loading} role="status"><span className={styles.word}>{words[locale]}</span></span> : null
}
