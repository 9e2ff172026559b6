import type { ChartSpec, FlowDiagram, FlowNode } from '@/lib/domain/chartSpec'
import { formatNumber } from '@/lib/views/format'
import { chartType, toColour } from '../theme'
import { chartText } from './Axes'
import { toFitting, toTextWidth } from './textWidth'

const words = {
  en: { passed: 'lies in these contracts', end: 'belongs to' },
  de: { passed: 'liegt in diesen Contracts', end: 'gehört' },
} as const

const headHeight = 28
const rowHeight = 42
const barHeight = 12

interface Row {
  node: FlowNode
  share: number
}

/** The places of a flow chart one below the other: where it lies, then whose it is. */
function toGroups({ nodes, links }: FlowDiagram): { kind: 'passed' | 'end'; rows: Row[] }[] {
  const toShare = (id: string) => links.reduce((sum, { to, share }) => (to === id ? sum + share : sum), 0)
  const rows = nodes.filter(({ kind }) => kind !== 'source').map((node): Row => ({ node, share: toShare(node.id) }))
  const passed = rows.filter(({ node }) => node.kind === 'passed').sort((a, b) => b.share - a.share)
  const groups = [{ kind: 'passed', rows: passed }, { kind: 'end', rows: rows.filter(({ node }) => node.kind !== 'passed') }] as const
  return groups.filter((group) => group.rows.length > 0).map(({ kind, rows: some }) => ({ kind, rows: [...some] }))
}

/** px that the list takes. */
export const toFlowListHeight = (flow: FlowDiagram): number => toGroups(flow).reduce((sum, { rows }) => sum + headHeight + rows.length * rowHeight, 0)

/** A flow chart for a phone: every place with its share as a bar, without the bands between them. */
export function FlowList({ spec, width, height, fill }: { spec: ChartSpec & { flow: FlowDiagram }; width: number; height: number; fill: (kind: FlowNode['kind']) => string }) {
  // In a picture of a given height it is rather smaller than cut off.
  const fitting = Math.min(1, height / toFlowListHeight(spec.flow))
  const source = spec.flow.nodes.find(({ kind }) => kind === 'source')?.label ?? ''
  let y = 0
  return (
    <g aria-hidden="true" {...chartText} transform={fitting < 1 ? `scale(${fitting.toFixed(3)})` : undefined}>
      {toGroups(spec.flow).map(({ kind, rows }) => {
        const top = y
        y += headHeight + rows.length * rowHeight
        return (
          <g key={kind}>
            <text x={0} y={top + 17} fontWeight={600} fill={toColour('text')}>{toFitting(`${source} ${words[spec.locale][kind]}`, chartType.text, width)}</text>
            {rows.map(({ node, share }, at) => {
              const start = top + headHeight + at * rowHeight
              const figure = formatNumber(share, spec.y.format, spec.locale)
              const room = width - toTextWidth(figure, chartType.text) - 12
              return (
                <g key={node.id}>
                  <text x={0} y={start + 12} fill={toColour('text')}>{toFitting(node.label, chartType.text, width)}</text>
                  <rect x={0} y={start + 18} width={Math.max(1, share * room)} height={barHeight} fill={fill(node.kind)} stroke={node.kind === 'lost' ? toColour('series2') : 'none'} strokeWidth={1} />
                  <text x={Math.max(1, share * room) + 6} y={start + 18 + barHeight - 1.5}>{figure}</text>
                </g>
              )
            })}
          </g>
        )
      })}
    </g>
  )
}
