import type { View } from '@/lib/publish/view'
import { toChartHeight } from '../charts/chartSize'
import type { Rectangle } from '../charts/placed'
import { toFitting, toLines, toTextWidth } from '../charts/textWidth'
import { toTableHeight } from './tableLayout'

/** A text broken into lines, with the height of its type. */
export interface TextBlock {
  lines: readonly string[]
  size: number
  lineHeight: number
  x: number
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
  body: Rectangle
  notes: TextBlock
  source: TextBlock
}

type Block = Omit<TextBlock, 'x' | 'y'>

const bold = 1.06

/** Breaks a text into so many lines at most; the last one says with an ellipsis that it goes on. */
function toBlock(text: string, size: number, width: number, most: number): Block {
  const lines = toLines(text, size, width)
  const kept = lines.length <= most ? lines : [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')]
  return { lines: most === 0 ? [] : kept.map((line) => toFitting(line, size, width)), size, lineHeight: Math.round(size * 1.34 * 2) / 2 }
}

const toHeight = ({ lines, lineHeight }: Block) => lines.length * lineHeight

/** An address is one long word: where it does not fit it breaks before its last part. It is never cut: what is cut cannot be followed. */
function toSourceBlock(source: string, width: number): Block {
  const fits = source.split(' ').every((word) => toTextWidth(word, 11) <= width)
  const lines = toLines(fits ? source : source.replace(/\/([^/ ]+)(?= |$)/, '/ $1'), 11, width)
  return { ...toBlock('', 11, width, 1), lines }
}

const place = (block: Block, x: number, start: number): TextBlock => ({ ...block, x, y: start + block.size })

/** The least height in which a drawing can be read. */
const leastBody = 150

/**
 * Lays a picture out. A wide one of a given height has its words at the left of the drawing; all others have them above and below. Where
 * there is little height, notes go first, then the sentence: title, drawing and source stay.
 *
 * @param height of the picture; what it needs where null
 * @param source who made it, and where it stands
 */
export function toSheetLayout(view: View, width: number, height: number | null, source: string): SheetLayout {
  if (height !== null && width >= 560 && width > height * 1.5) return toBeside(view, width, height, source)
  const margin = width < 400 ? 14 : 20
  const inner = width - 2 * margin
  const title = toBlock(view.title, width < 400 ? 17 : 20, inner / bold, 3)
  const sources = toSourceBlock(source, inner)
  const wanted = view.chart ? toChartHeight(view.chart, inner) : toTableHeight(view.table)
  const arrange = ([sentenceLines, noteLines]: readonly [number, number]) => {
    const sentence = toBlock(view.sentence, width < 400 ? 13 : 14, inner, sentenceLines)
    const notes = toBlock(view.notes.join(' '), 11, inner, noteLines)
    const top = margin + toHeight(title) + 4 + toHeight(sentence) + 12
    const foot = 14 + toHeight(notes) + toHeight(sources) + margin
    return { sentence, notes, top, foot, body: height === null ? wanted : height - top - foot }
  }
  const choices = height === null ? [[6, 5]] as const : [[4, 3], [3, 2], [3, 1], [2, 0], [0, 0]] as const
  const { sentence, notes, top, foot, body } = toFirst(choices.map(arrange), (one) => one.body >= Math.min(wanted, leastBody))
  const whole = height ?? top + body + foot
  return {
    width, height: whole, margin,
    title: place(title, margin, margin),
    sentence: place(sentence, margin, margin + toHeight(title) + 4),
    body: { left: margin, right: width - margin, top, bottom: top + Math.max(40, body) },
    notes: place(notes, margin, whole - margin - toHeight(sources) - toHeight(notes)),
    source: place(sources, margin, whole - margin - toHeight(sources)),
  }
}

function toBeside(view: View, width: number, height: number, source: string): SheetLayout {
  const margin = 22
  const column = Math.round(width * 0.34)
  const left = margin + column + 24
  const title = toBlock(view.title, 20, column / bold, 4)
  const sources = toSourceBlock(source, column)
  const room = height - 2 * margin - toHeight(title) - toHeight(sources) - 24
  const arrange = ([sentenceLines, noteLines]: readonly [number, number]) => ({
    sentence: toBlock(view.sentence, 14, column, sentenceLines),
    notes: toBlock(view.notes.join(' '), 11, column, noteLines),
  })
  const choices = [[8, 7], [7, 5], [6, 4], [6, 2], [5, 1], [6, 0], [4, 0], [2, 0]] as const
  const { sentence, notes } = toFirst(choices.map(arrange), (one) => toHeight(one.sentence) + toHeight(one.notes) <= room)
  return {
    width, height, margin,
    title: place(title, margin, margin),
    sentence: place(sentence, margin, margin + toHeight(title) + 6),
    body: { left, right: width - margin, top: margin - 6, bottom: height - margin },
    notes: place(notes, margin, height - margin - toHeight(sources) - toHeight(notes)),
    source: place(sources, margin, height - margin - toHeight(sources)),
  }
}

/** The first that will do, or else the last. */
const toFirst = <Choice>(choices: readonly Choice[], will: (choice: Choice) => boolean): Choice => choices.find(will) ?? choices.at(-1)!
