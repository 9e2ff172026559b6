import type { ReactElement } from 'react'

/**
 * Elements as a string, outside of any page. The renderer is loaded here and not imported above, because the bundler takes such an import for
 * a page that renders itself.
 */
export async function toMarkup(element: ReactElement): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server')
  return renderToStaticMarkup(element)
}
