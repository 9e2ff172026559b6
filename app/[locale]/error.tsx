'use client'

import { lazy } from 'react'

/** Fetched by those who need it: every page has this file with it. */
const PageFailed = lazy(() => import('./PageFailed'))

export default function PageError(props: { error: Error & { digest?: string }; retry: () => void }) {
  return <PageFailed {...props} />
}
