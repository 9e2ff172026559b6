const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/**
 * Text for HTML, inside elements and attributes.
 *
 * @example escapeHtml('<b>"A & B"</b>') // '&lt;b&gt;&quot;A &amp; B&quot;&lt;/b&gt;'
 */
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign]!)

export interface EmbedFrame {
  /** Whole */
  address: string
  title: string
  /** px; '100%' where null */
  width: number | null
  height: number
}

/**
 * A frame that holds an embed. It names itself for those who do not see it, and loads when it comes near.
 *
 * @example toFrame({ address: 'https://…/embed/uniswap/lorenz', title: 'Who holds UNI', width: null, height: 520 })
 * // '<iframe src="https://…" title="Who holds UNI" width="100%" height="520" loading="lazy" style="border:0;max-width:100%"></iframe>'
 */
export const toFrame = ({ address, title, width, height }: EmbedFrame): string =>
  `<iframe src="${escapeHtml(address)}" title="${escapeHtml(title)}" width="${width ?? '100%'}" height="${height}" loading="lazy" style="border:0;max-width:100%"></iframe>`

/**
 * What goes into an article: the frame, and the script that gives it the height of what it holds. Without that script it scrolls inside.
 *
 * @param resizer whole address of our resizer
 * @example toEmbedCode(frame, 'https://…/embed/resizer.js').endsWith('</script>') // true
 */
export const toEmbedCode = (frame: EmbedFrame, resizer: string): string => `${toFrame(frame)}\n<script src="${escapeHtml(resizer)}" async></script>`
