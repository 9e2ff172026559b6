import { createElement } from 'react'
import { Sheet } from '@/components/sheets/Sheet'
import { paint } from '@/components/sheets/paint'
import type { View } from '@/lib/publish/view'
import { presets, type FormQuestion } from '../question'
import { toMarkup } from '../../markup'

/** Where a sheet is as wide as this, type has the size that is meant; wider ones are scaled. */
const widest = 720

/** A view as SVG, in the size that was asked for. */
export async function drawSheet(view: View, { width: asked, height: askedHeight, preset, theme }: Pick<FormQuestion, 'width' | 'height' | 'preset' | 'theme'>, source: string): Promise<string> {
  const size = preset === null ? null : presets[preset]
  const pixels = asked ?? size?.width ?? 850
  const width = size && asked === null ? size.drawing : Math.min(widest, Math.max(320, pixels))
  const height = askedHeight ?? (asked === null ? size?.height ?? null : null)
  const markup = await toMarkup(createElement(Sheet, { view, width, height: height === null ? null : (height * width) / pixels, pixels, source }))
  return paint(markup, theme)
}
