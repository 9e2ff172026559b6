/** Where the reader's choice of theme is kept, in this browser only. */
export const themeKey = 'theme'

/** Runs before the first paint, so that no page flashes in the wrong theme. `data-script` shows what only works with JavaScript. */
export const themeScript = `{
  const root = document.documentElement
  root.dataset.script = ''
  try {
    const theme = localStorage.getItem('${themeKey}')
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  } catch {}
}`
