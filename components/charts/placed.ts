/** Where things stand in a chart, in px from its upper left corner. */
export interface Rectangle {
  left: number
  top: number
  right: number
  bottom: number
}

/** A point of a series in px; null is a gap. */
export interface Mark {
  x: number
  y: number | null
  low: number | null
  high: number | null
}

export interface SeriesLabel {
  id: string
  lines: readonly string[]
  x: number
  /** Baseline of the first line */
  y: number
  anchor: 'start' | 'end'
  /** From the end of the line to its label, where the label had to give way */
  leader?: { x1: number; y1: number; x2: number; y2: number }
}
