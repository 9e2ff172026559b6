'use client'

import { memo } from 'react'
import type { ChartSpec } from '@/lib/domain/chartSpec'
import { drawStills } from './drawStills'

// In the browser this is nothing, and the bundler leaves out what draws: neither drawings nor code are sent beside the page that has them.
const draw = typeof window === 'undefined' ? drawStills : null

/**
 * A chart drawn by the server for three widths. The browser keeps what came with the page: React is told not to compare. Every page of
 * ours is loaded whole, so the drawing is always there before this is.
 */
export const Stills = memo(function Stills({ spec }: { spec: ChartSpec }) {
  return <div suppressHydrationWarning dangerouslySetInnerHTML={{ __html: draw?.(spec) ?? '' }} />
})
