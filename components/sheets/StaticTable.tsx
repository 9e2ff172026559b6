import type { Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import { chartText } from '../charts/Axes'
import { toColour } from '../theme'
import { rowHeight, toTableLayout } from './tableLayout'

interface StaticTableProps {
  table: Table
  width: number
  height: number
  locale: Locale
}

/** A table as a drawing: for pictures, where there is no page around it to hold a real one. */
export function StaticTable({ table, width, height, locale }: StaticTableProps) {
  const { columns, rows, left } = toTableLayout(table, width, height, locale)
  const rule = (y: number, colour: string) => <line x1={0} x2={width} y1={y} y2={y} stroke={colour} strokeWidth={1} />
  return (
    <g {...chartText}>
      {columns.map(({ id, label, x, anchor }) => <text key={id} x={x} y={rowHeight - 9} textAnchor={anchor} fontWeight={600}>{label}</text>)}
      {rule(rowHeight - 1, toColour('edge'))}
      {rows.map((row, place) => (
        <g key={place} fill={toColour('text')}>
          {row.map((text, at) => (
            <text key={columns[at]!.id} x={columns[at]!.x} y={(place + 2) * rowHeight - 8} textAnchor={columns[at]!.anchor} fontWeight={at === 0 ? 500 : 400}>{text}</text>
          ))}
          {rule((place + 2) * rowHeight - 1, toColour('rule'))}
        </g>
      ))}
      {left && <text x={0} y={(rows.length + 2) * rowHeight - 6} fontStyle="italic">{left}</text>}
    </g>
  )
}
