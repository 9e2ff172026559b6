/** Marks the one script that runs with the page: what serves pages lets all others wait until a reader reaches for something. */
export const firstMark = 'data-first'

/** What a waiting script has for its type, so that no browser runs it, and where its own type is kept. */
export const waitingType = 'text/plain'
export const waitingMark = 'data-waiting'

/** An element that a reader has reached for before its script was there. The script looks for this when it comes. */
export const reachedMark = 'data-reached'

/** The button that turns the theme. */
export const themeSwitchMark = 'data-theme-switch'

/**
 * Runs before the first paint, so that no page flashes in the wrong theme. `data-script` shows what only works with JavaScript. It turns the
 * theme and remembers that in this browser only; a browser may forbid storage: the theme then lasts as long as the page. Everything else waits
 * for the first touch, by mouse, finger or keyboard.
 */
export const firstScript = `{
  const root = document.documentElement
  root.dataset.script = ''
  try {
    const theme = localStorage.getItem('theme')
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  } catch {}
  const turn = () => {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
    root.dataset.theme = dark ? 'light' : 'dark'
    try {
      localStorage.setItem('theme', root.dataset.theme)
    } catch {}
  }
  addEventListener('click', ({ target }) => target.closest?.('[${themeSwitchMark}]') && turn())
  const wake = () => {
    for (const waiting of document.querySelectorAll('script[${waitingMark}]')) {
      const script = document.createElement('script')
      for (const { name, value } of waiting.attributes) if (name !== 'type' && name !== '${waitingMark}') script.setAttribute(name, value)
      script.type = waiting.getAttribute('${waitingMark}')
      script.textContent = waiting.textContent
      waiting.replaceWith(script)
    }
  }
  let asked = false
  const reach = ({ type, target, movementX, movementY }) => {
    // Browsers report a pointer that lies still over a new page, too.
    if (type === 'pointermove' && !movementX && !movementY) return
    for (let at = target; at instanceof Element; at = at.parentElement) if (at.hasAttribute('${reachedMark}')) at.setAttribute('${reachedMark}', 'yes')
    if (asked) return
    asked = true
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', wake)
    else wake()
  }
  for (const kind of ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'focusin']) addEventListener(kind, reach, { capture: true, passive: true })
}`
