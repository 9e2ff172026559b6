'use client'

import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react'
import type { ChartSpec } from '@/lib/domain/chartSpec'
import styles from './Chart.module.css'

type Interactive = ComponentType<{ spec: ChartSpec }>

/**
 * Keeps the still chart until a reader comes near it, and only then fetches the chart library. Where the fetch fails the still one stays:
 * nothing that it says is lost.
 */
export function ChartOnSight({ spec, children }: { spec: ChartSpec; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const [Interactive, setInteractive] = useState<Interactive | null>(null)
  useEffect(() => {
    let left = false
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      import('./InteractiveChart').then(
        (loaded) => { if (!left) setInteractive(() => loaded.InteractiveChart) },
        (error: unknown) => console.warn(`The interactive chart "${spec.id}" could not be loaded; the still one stays.`, error),
      )
    }, { rootMargin: '200px' })
    if (place.current) observer.observe(place.current)
    return () => {
      left = true
      observer.disconnect()
    }
  }, [spec.id])
  return (
    <>
      <div ref={place} className={styles.still} data-replaced={Interactive !== null}>{children}</div>
      {Interactive && <div className={styles.live}><Interactive spec={spec} /></div>}
    </>
  )
}
