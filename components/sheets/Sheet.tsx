import type { View } from '@/lib/publish/view'
import { StaticChart, toDescription } from '../charts/StaticChart'
import { chartText } from '../charts/Axes'
import { toColour } from '../theme'
import { cutBars } from './cutBars'
import { toSheetLayout, type TextBlock } from './sheetLayout'
import { StaticTable } from './StaticTable'

export interface SheetProps {
  view: View
  /** px of the drawing */
  width: number
  /** null for what it needs */
  height: number | null
  /** px of the picture: the drawing is scaled to it */
  pixels: number
  /** Who made it and where it stands */
  source: string
}

/** A view as a picture that can stand anywhere: title, finding, drawing, and in the foot what it rests on and where it is from. */
export function Sheet({ view, width, height, pixels, source }: SheetProps) {
  const layout = toSheetLayout(view, width, height, source)
  const { margin, body } = layout
  const [inner, high] = [body.right - body.left, body.bottom - body.top]
  const scale = pixels / width
  const chart = view.chart && cutBars(view.chart, inner, high)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg" width={Math.round(pixels)} height={Math.round(layout.height * scale)} viewBox={`0 0 ${width} ${layout.height}`}
      role="img" aria-labelledby="sheet-title sheet-desc"
    >
      <title id="sheet-title">{view.title}</title>
      <desc id="sheet-desc">{view.chart ? toDescription(view.chart) : [view.sentence, ...view.notes].join(' ')}</desc>
      <rect width={width} height={layout.height} fill={toColour('background')} />
      <rect x={margin} y={margin - 9} width={36} height={3} fill={toColour('series1')} />
      <Lines block={layout.title} weight={600} colour="text" />
      <Lines block={layout.sentence} weight={400} colour="text" />
      {chart
        ? <svg x={body.left} y={body.top} width={inner} height={high}><StaticChart spec={chart} width={inner} height={high} idPrefix="sheet" /></svg>
        : <g transform={`translate(${body.left} ${body.top})`}><StaticTable table={view.table} width={inner} height={high} locale={view.locale} /></g>}
      <Lines block={layout.notes} weight={400} colour="muted" />
      <Lines block={layout.source} weight={400} colour="muted" />
    </svg>
  )
}

function Lines({ block: { lines, size, lineHeight, x, y }, weight, colour }: { block: TextBlock; weight: number; colour: 'text' | 'muted' }) {
  return (
    <g {...chartText} fontSize={size} fontWeight={weight} fill={toColour(colour)}>
      {lines.map((line, at) => <text key={at} x={x} y={y + at * lineHeight}>{line}</text>)}
    </g>
  )
}
