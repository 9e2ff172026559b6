'use client'

import { useEffect, useRef, useState, type ComponentType } from 'react'
import type { ChartSpec } from '@/lib/domain/chartSpec'
import { reachedMark } from '../frame/firstScript'
import styles from './Chart.module.css'
import { Stills } from './Stills'

type Interactive = ComponentType<{ spec: ChartSpec }>

/**
 * Keeps the still chart until a reader reaches for it, by mouse, finger or keyboard, and only then fetches the chart library. Where the
 * fetch fails the still one stays: nothing that it says is lost. This very script waits for the reader too: the first script notes what was
 * reached for before.
 */
export function ChartOnTouch({ spec }: { spec: ChartSpec }) {
  const still = useRef<HTMLDivElement>(null)
  const live = useRef<HTMLDivElement>(null)
  const asked = useRef(false)
  const [Interactive, setInteractive] = useState<Interactive | null>(null)
  const [hasFocus, setHasFocus] = useState(false)
  const fetchInteractive = () => {
    if (asked.current) return
    asked.current = true
    import('./InteractiveChart').then(
      (loaded) => {
        setHasFocus(document.activeElement === still.current)
        setInteractive(() => loaded.InteractiveChart)
      },
      (error: unknown) => {
        asked.current = false
        console.warn(`The interactive chart "${spec.id}" could not be loaded; the still one stays.`, error)
      },
    )
  }
  useEffect(() => {
    if (still.current?.getAttribute(reachedMark) === 'yes') fetchInteractive()
  }, [])
  useEffect(() => {
    if (!Interactive || !hasFocus) return
    // Who came by keyboard goes on by keyboard. The chart measures its place first, so it is there with the next frame.
    const frame = requestAnimationFrame(() => live.current?.querySelector<SVGElement>('[tabindex="0"]')?.focus())
    return () => cancelAnimationFrame(frame)
  }, [Interactive, hasFocus])
  return (
    <>
      <div
        ref={still} className={styles.still} data-replaced={Interactive !== null} role="group" aria-label={spec.title} tabIndex={Interactive ? -1 : 0} {...{ [reachedMark]: '' }} suppressHydrationWarning
        onPointerEnter={fetchInteractive} onTouchStart={fetchInteractive} onFocus={fetchInteractive}
      >
        <Stills spec={spec} />
      </div>
      {Interactive && <div ref={live} className={styles.live}><Interactive spec={spec} /></div>}
    </>
  )
}
