import type { ChartSpec, FlowDiagram, FlowLink, FlowNode } from '@/lib/domain/chartSpec'
import { formatNumber } from '@/lib/views/format'
import { chartType } from '../theme'
import { toFitting, toTextWidth } from './textWidth'

export interface FlowBar {
  node: FlowNode
  x: number
  y: number
  height: number
  /** Name and share, as far as there is room; on two lines where there is height for it */
  lines: readonly string[]
  textX: number
  /** Of the first line */
  textY: number
}

export interface FlowBand {
  link: FlowLink
  /** Where it leaves, passes columns and arrives: middles, left to right */
  points: readonly { x: number; y: number }[]
  /** px */
  width: number
  isLost: boolean
}

export interface FlowLayout {
  bars: readonly FlowBar[]
  bands: readonly FlowBand[]
}

/** px across of a place. */
export const barWidth = 9
const gap = 8

/** A place, or where a band passes a column in which it does not stop. */
interface Slot {
  id: string
  node: FlowNode | null
  share: number
  column: number
  y: number
}

/** A band's way from column to column. */
interface Leg {
  from: Slot
  to: Slot
  link: FlowLink
}

/** How many places a column has, bands that only pass counted as a third: for the height of the drawing. */
export function toTallestColumn({ nodes, links }: FlowDiagram): number {
  const last = Math.max(0, ...nodes.map(({ column }) => column))
  const columnOf = new Map(nodes.map(({ id, column }) => [id, column]))
  return Math.max(...Array.from({ length: last + 1 }, (_, column) =>
    nodes.filter((node) => node.column === column).length + links.filter(({ from, to }) => columnOf.get(from)! < column && columnOf.get(to)! > column).length / 3))
}

/** Places columns, bars and bands: heights are shares of all, in the order that crosses least. */
export function toFlowLayout({ flow, y, locale }: Pick<ChartSpec, 'y' | 'locale'> & { flow: FlowDiagram }, width: number, height: number): FlowLayout {
  const { slots, legs } = toSlots(flow)
  const columns = toColumns(slots, legs)
  const lineCount = columns.every((column) => column.filter(({ node }) => node).length * (2 * chartType.lineHeight + gap) <= height * 0.8) ? 2 : 1
  const textHeight = lineCount * chartType.lineHeight + 2
  const scale = toScale(columns, textHeight, height)
  for (const column of columns) stack(column, textHeight, scale, height)
  const write = (share: number) => formatNumber(share, y.format, locale)
  const endWidth = Math.min(width * 0.34, Math.max(60, ...columns.at(-1)!.map(({ node, share }) => (node ? toTextWidth(`${node.label} ${write(share)}`, chartType.text) : 0)))) + 18
  const step = columns.length > 1 ? (width - barWidth - endWidth) / (columns.length - 1) : 0

  const bars = columns.flat().flatMap(({ node, share, column, y: top }): FlowBar[] => {
    if (!node) return []
    const size = Math.max(1, share * scale)
    const room = (column === columns.length - 1 ? endWidth : step - barWidth) - 10
    const figure = write(share)
    const beside = `${node.label} ${figure}`
    const lines = toTextWidth(beside, chartType.text) <= room ? [beside]
      : lineCount === 2 ? [toFitting(node.label, chartType.text, room), figure]
      : [`${toFitting(node.label, chartType.text, Math.max(20, room - toTextWidth(` ${figure}`, chartType.text)))} ${figure}`]
    const textY = top + size / 2 + chartType.text * 0.35 - ((lines.length - 1) * chartType.lineHeight) / 2
    return [{ node, x: column * step, y: top, height: size, lines, textX: column * step + barWidth + 5, textY }]
  })

  // Where each leg leaves and arrives: one below the other, in the order of the other ends.
  const leaves = new Map<Leg, number>()
  const arrives = new Map<Leg, number>()
  for (const slot of columns.flat()) {
    let at = slot.y
    for (const leg of legs.filter(({ from }) => from === slot).sort((a, b) => a.to.y - b.to.y)) leaves.set(leg, (at += leg.link.share * scale) - (leg.link.share * scale) / 2)
    at = slot.y
    for (const leg of legs.filter(({ to }) => to === slot).sort((a, b) => a.from.y - b.from.y)) arrives.set(leg, (at += leg.link.share * scale) - (leg.link.share * scale) / 2)
  }
  const lost = new Set(flow.nodes.filter(({ kind }) => kind === 'lost').map(({ id }) => id))
  const bands = flow.links.map((link): FlowBand => ({
    link,
    points: legs.filter((leg) => leg.link === link).flatMap((leg) => [
      { x: leg.from.column * step + (leg.from.node ? barWidth : barWidth / 2), y: leaves.get(leg)! },
      { x: leg.to.column * step + (leg.to.node ? 0 : barWidth / 2), y: arrives.get(leg)! },
    ]),
    width: Math.max(1, link.share * scale),
    isLost: lost.has(link.to),
  }))
  return { bars, bands: bands.sort((a, b) => b.width - a.width) }
}

/** Slots of a column one below the other, what room is left spread a little between them. */
function stack(column: readonly Slot[], textHeight: number, scale: number, height: number): void {
  const rooms = column.map((slot) => toRoom(slot, textHeight, scale))
  const spread = Math.min(24, Math.max(0, height - rooms.reduce((sum, room) => sum + room, 0))) / (column.length + 1)
  let at = 0
  column.forEach((slot, place) => {
    slot.y = at + (rooms[place]! - gap - Math.max(1, slot.share * scale)) / 2 + (place > 0 ? spread : 0)
    at += rooms[place]! + spread
  })
}

const toRoom = ({ node, share }: Slot, textHeight: number, scale: number) => (node ? Math.max(textHeight, share * scale) : Math.max(1, share * scale)) + gap

/** px for the whole of what flows: as many as the fullest column allows. */
function toScale(columns: readonly (readonly Slot[])[], textHeight: number, height: number): number {
  let [low, high] = [0, height]
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2
    const fits = columns.every((column) => column.reduce((sum, slot) => sum + toRoom(slot, textHeight, middle), -gap) <= height)
    if (fits) low = middle
    else high = middle
  }
  return low
}

function toSlots({ nodes, links }: FlowDiagram): { slots: Slot[]; legs: Leg[] } {
  const sum = (of: readonly FlowLink[]) => of.reduce((all, { share }) => all + share, 0)
  const places = new Map(nodes.map((node) => [node.id, {
    id: node.id, node, column: node.column, y: 0,
    share: Math.max(sum(links.filter(({ from }) => from === node.id)), sum(links.filter(({ to }) => to === node.id))),
  } satisfies Slot as Slot]))
  const passed: Slot[] = []
  const legs = links.flatMap((link): Leg[] => {
    const [start, end] = [places.get(link.from)!, places.get(link.to)!]
    const way = [start]
    for (let column = start.column + 1; column < end.column; column++) {
      const slot: Slot = { id: `${link.from}>${link.to}:${column}`, node: null, share: link.share, column, y: 0 }
      passed.push(slot)
      way.push(slot)
    }
    way.push(end)
    return way.slice(1).map((to, place) => ({ from: way[place]!, to, link }))
  })
  return { slots: [...places.values(), ...passed], legs }
}

/** Each column in the order of what comes to it; what nobody is known for stands at the foot. */
function toColumns(slots: readonly Slot[], legs: readonly Leg[]): Slot[][] {
  const last = Math.max(0, ...slots.map(({ column }) => column))
  const place = new Map<Slot, number>()
  return Array.from({ length: last + 1 }, (_, column) => {
    const toMiddle = (slot: Slot) => {
      const coming = legs.filter(({ to, from }) => to === slot && place.has(from))
      const weight = coming.reduce((sum, { link }) => sum + link.share, 0)
      return weight === 0 ? 0 : coming.reduce((sum, { from, link }) => sum + place.get(from)! * link.share, 0) / weight
    }
    const rank = (slot: Slot) => (slot.node?.kind === 'lost' ? 2 : isForOwners(slot, legs) ? 0 : 1)
    const ordered = slots
      .filter((slot) => slot.column === column)
      .map((slot) => ({ slot, rank: rank(slot), middle: toMiddle(slot) }))
      .sort((a, b) => a.rank - b.rank || a.middle - b.middle || b.slot.share - a.slot.share)
      .map(({ slot }) => slot)
    let at = 0
    for (const slot of ordered) {
      place.set(slot, at + slot.share / 2)
      at += slot.share + 0.02
    }
    return ordered
  })
}

/** What goes straight to its owners passes above all that does not. */
const isForOwners = (slot: Slot, legs: readonly Leg[]): boolean =>
  !slot.node && legs.some(({ from, link }) => from === slot && link.to === 'owners')
