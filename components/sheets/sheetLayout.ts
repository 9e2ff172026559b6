import type { View } from '@/lib/publish/view'
import { toChartHeight } from '../charts/chartSize'
import { toFitting, toLines } from '../charts/textWidth'
import { toTableHeight } from './tableLayout'

/** A text broken into lines, with the height of its type. */
export interface TextBlock {
  lines: readonly string[]
  size: number
  lineHeight: number
  /** Of its first line's base, px from the top */
  y: number
}

/** A picture of a view in px of its own drawing: heading, body, foot. */
export interface SheetLayout {
  width: number
  height: number
  margin: number
  title: TextBlock
  sentence: TextBlock
  body: { top: number; height: number }
  notes: TextBlock
  source: TextBlock
}

const bold = 1.06

/** Breaks a text into so many lines at most; the last one says with an ellipsis that it goes on. */
function toBlock(text: string, size: number, width: number, most: number): Omit<TextBlock, 'y'> {
  const lines = toLines(text, size, width)
  const kept = lines.length <= most ? lines : [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')]
  return { lines: most === 0 ? [] : kept.map((line) => toFitting(line, size, width)), size, lineHeight: Math.round(size * 1.34 * 2) / 2 }
}

const toHeight = ({ lines, lineHeight }: Omit<TextBlock, 'y'>) => lines.length * lineHeight

/** The least that a drawing needs to be read. */
const leastBody = 150

/**
 * Lays a picture out. Where its height is given and there is little of it, notes go first, then the sentence: title, drawing and source stay.
 *
 * @param height of the picture; what it needs where null
 * @param source who made it, and where it stands
 */
export function toSheetLayout(view: View, width: number, height: number | null, source: string): SheetLayout {
  const margin = width < 400 ? 14 : 20
  const inner = width - 2 * margin
  const titleSize = width < 400 ? 17 : 20
  const title = toBlock(view.title, titleSize, inner / bold, 3)
  const sources = toBlock(source, 11, inner, 2)
  const wanted = view.chart ? toChartHeight(view.chart, inner) : toTableHeight(view.table)
  const arrange = (sentenceLines: number, noteLines: number) => {
    const sentence = toBlock(view.sentence, width < 400 ? 13 : 14, inner, sentenceLines)
    const notes = toBlock(view.notes.join(' '), 11, inner, noteLines)
    const top = margin + toHeight(title) + 4 + toHeight(sentence) + 12
    const foot = 14 + toHeight(notes) + toHeight(sources) + margin
    return { sentence, notes, top, foot, body: height === null ? wanted : height - top - foot }
  }
  const choices = height === null ? [[6, 5]] as const : [[4, 3], [3, 2], [3, 1], [2, 0], [0, 0]] as const
  const chosen = choices.map(([sentence, notes]) => arrange(sentence, notes))
  const { sentence, notes, top, foot, body } = chosen.find((one) => one.body >= Math.min(wanted, leastBody)) ?? chosen.at(-1)!
  const whole = height ?? top + body + foot
  const place = (block: Omit<TextBlock, 'y'>, start: number): TextBlock => ({ ...block, y: start + block.size })
  return {
    width, height: whole, margin,
    title: place(title, margin),
    sentence: place(sentence, margin + toHeight(title) + 4),
    body: { top, height: Math.max(40, body) },
    notes: place(notes, whole - margin - toHeight(sources) - toHeight(notes)),
    source: place(sources, whole - margin - toHeight(sources)),
  }
}
