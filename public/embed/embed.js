// The script of an embed: tells the page around it how high it is, and reads the table's rows out where the pointer is. Stores nothing.
{
  const root = document.documentElement
  const main = document.querySelector('main')
  let sent = 0
  const send = () => {
    const height = Math.ceil(main.getBoundingClientRect().height)
    sent += 1
    parent.postMessage({ 'datawrapper-height': { [root.dataset.name]: height } }, '*')
    parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*')
    parent.postMessage(JSON.stringify({ src: location.href, context: 'iframe.resize', height }), '*')
  }
  if (parent !== window) {
    new ResizeObserver(send).observe(main)
    addEventListener('message', ({ data }) => data === 'lorenz-height' && send())
    // A page may begin to listen after we have begun to speak.
    const timer = setInterval(() => (sent > 12 ? clearInterval(timer) : send()), 1000)
  }

  const heads = [...document.querySelectorAll('thead th')].map((head) => head.textContent)
  const rows = [...document.querySelectorAll('tbody tr')]
  const tell = (row) => [...row.cells].flatMap((cell, at) => (at === 0 ? [cell.textContent] : cell.textContent === '–' ? [] : [`${heads[at]}: ${cell.textContent}`])).join('\n')
  const tip = Object.assign(document.createElement('div'), { className: 'tip', hidden: true })
  const line = Object.assign(document.createElement('div'), { className: 'line', hidden: true })
  tip.setAttribute('role', 'status')
  main.append(line, tip)
  const hide = () => (tip.hidden = line.hidden = true)
  const show = (plot, place) => {
    const [box, around] = [plot.getBoundingClientRect(), main.getBoundingClientRect()]
    const x = box.left - around.left + (Number(plot.dataset.x.split(',')[place]) * box.width) / plot.firstElementChild.viewBox.baseVal.width
    tip.textContent = tell(rows[place])
    tip.hidden = line.hidden = false
    const top = box.top - around.top
    Object.assign(line.style, { left: `${x}px`, top: `${top}px`, height: `${box.height}px` })
    const left = x + 12 + tip.offsetWidth > around.width ? x - 12 - tip.offsetWidth : x + 12
    Object.assign(tip.style, { left: `${Math.max(0, left)}px`, top: `${top + 24}px` })
  }
  for (const plot of document.querySelectorAll('[data-x]')) {
    const xs = plot.dataset.x.split(',').map(Number)
    let place = -1
    const nearest = (at) => xs.reduce((best, x, i) => (Math.abs(x - at) < Math.abs(xs[best] - at) ? i : best), 0)
    const point = ({ clientX }) => {
      const box = plot.getBoundingClientRect()
      place = nearest(((clientX - box.left) / box.width) * plot.firstElementChild.viewBox.baseVal.width)
      show(plot, place)
    }
    plot.addEventListener('pointermove', point)
    plot.addEventListener('pointerdown', point)
    plot.addEventListener('pointerleave', hide)
    plot.addEventListener('blur', hide)
    plot.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1, Home: -xs.length, End: xs.length }[event.key]
      if (event.key === 'Escape') hide()
      if (!step) return
      event.preventDefault()
      place = Math.min(xs.length - 1, Math.max(0, place + step))
      show(plot, place)
    })
  }
}
