/** How a number is written on an axis, in a tooltip and in a table. */
export type NumberFormat = 'share' | 'count' | 'amount' | 'index' | 'date' | 'bits' | 'ratio'

/** One axis. A 'time' axis counts Unix seconds (UTC); a 'category' axis counts places in `categories`, from 0. */
export interface Axis {
  label: string
  scale: 'linear' | 'log' | 'time' | 'category'
  format: NumberFormat
  /** Lowest and highest value shown; taken from the points where absent. */
  domain?: readonly [number, number]
  categories?: readonly string[]
}

/** A point. `y: null` is a gap and is drawn as one, never bridged and never 0. `low` and `high` make a band. */
export interface Point {
  x: number
  y: number | null
  low?: number
  high?: number
}

export interface Series {
  id: string
  label: string
  shape: 'line' | 'area' | 'bar' | 'dot'
  /** main: what the chart is about; second: compared with it; reference: thin and quiet, as the line of equality */
  emphasis: 'main' | 'second' | 'reference'
  points: readonly Point[]
}

/** A place that amounts flow through, in one of the columns of a flow chart. */
export interface FlowNode {
  id: string
  label: string
  /** From 0 at the left */
  column: number
  /** source: where it begins; passed: hands it on; end: where it stays; lost: where it stays and nobody is known for it */
  kind: 'source' | 'passed' | 'end' | 'lost'
}

/** What flows from one place to another, as a share of all. */
export interface FlowLink {
  from: string
  to: string
  /** 0 to 1 */
  share: number
}

/** What goes from where to where: at every place but the first and the last ones as much comes in as goes out. */
export interface FlowDiagram {
  nodes: readonly FlowNode[]
  links: readonly FlowLink[]
}

/** A chart as data: whole, plain JSON, in the reader's language. Drawn by StaticChart and InteractiveChart alike. */
export interface ChartSpec {
  /** The file name of its view: the chart's id everywhere. */
  id: string
  title: string
  /** One sentence that says what the chart shows, with its figures. */
  sentence: string
  x: Axis
  y: Axis
  /** Bars lie on their side, longest on top: for names. Only with a category axis on x. */
  horizontal?: boolean
  /** Areas stand on one another, the first at the foot, so that the topmost line is their sum; a point has its own height. Only areas. */
  stacked?: boolean
  series: readonly Series[]
  /** A flow chart in place of series, of which there are then none; `y` says how its shares are written. */
  flow?: FlowDiagram
  /** Block, lens, denominator, gaps. */
  notes: readonly string[]
  locale: 'en' | 'de'
}

/** A chart's or a page's table: the same numbers, for eyes and for files. */
export interface Table {
  caption: string
  columns: readonly { id: string; label: string; numeric: boolean }[]
  rows: readonly (readonly Cell[])[]
}

/** `value` is for sorting and comparing, `text` for reading in the page's language. A gap has value null and says why in `text`. */
export interface Cell {
  value: number | string | null
  text: string
  href?: string
}
