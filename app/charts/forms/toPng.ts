import path from 'node:path'
import { renderAsync } from '@resvg/resvg-js'

/** The project's own font, whatever the machine has: the same picture everywhere. */
const fontFiles = ['400Regular/Inter_400Regular', '400Regular_Italic/Inter_400Regular_Italic', '500Medium/Inter_500Medium', '600SemiBold/Inter_600SemiBold'].map((file) =>
  path.join(process.cwd(), 'node_modules', '@expo-google-fonts', 'inter', `${file}.ttf`))

/** A drawing as PNG, off the main thread. */
export async function toPng(svg: string): Promise<Uint8Array> {
  const image = await renderAsync(svg, { font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' } })
  return image.asPng()
}
