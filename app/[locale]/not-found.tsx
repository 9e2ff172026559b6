'use client'

import { lazy } from 'react'

/** Fetched by those who need it: every page has this file with it. */
const PageMissing = lazy(() => import('./PageMissing'))

export default function NotFound() {
  return <PageMissing />
}
