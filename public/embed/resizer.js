// Gives frames with charts of Lorenz the height of what they hold. Listens only to frames of the origin that this script is from.
{
  const origin = new URL(document.currentScript.src).origin
  const ours = () => [...document.querySelectorAll('iframe')].filter((frame) => frame.src.startsWith(`${origin}/embed/`))
  addEventListener('message', (event) => {
    const height = event.data?.sentinel === 'amp' && event.data.type === 'embed-size' ? event.data.height : null
    if (event.origin !== origin || !Number.isFinite(height) || height < 40 || height > 10000) return
    for (const frame of ours()) if (frame.contentWindow === event.source) frame.style.height = `${height}px`
  })
  for (const frame of ours()) frame.contentWindow?.postMessage('lorenz-height', origin)
}
