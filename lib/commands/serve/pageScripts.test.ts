import { expect, it } from 'vitest'
import { letScriptsWait, toPagePolicy } from './pageScripts'

it('lets every script wait but the first one and data', () => {
  const kept = '<script data-first="">1</script><script type="application/ld+json">{"@type":"Dataset"}</script>'
  const html = letScriptsWait(`<html><head><link rel="preload" as="script" fetchPriority="low" href="/a.js"/><link rel="stylesheet" href="/a.css"/>${kept}<script src="/a.js" async=""></script><script type="module" src="/b.js"></script></head><body><script>push("</p>")</script></body></html>`)
  expect(html).toBe(`<html><head><link rel="stylesheet" href="/a.css"/>${kept}<script src="/a.js" async="" type="text/plain" data-waiting=""></script><script src="/b.js" type="text/plain" data-waiting="module"></script></head><body><script type="text/plain" data-waiting="">push("</p>")</script></body></html>`)
})

it('names the hash of each script that stands in the page, running or waiting, and of no other', () => {
  // The example of the W3C's Content Security Policy Level 3, 8.3: the hash of alert('Hello, world.');
  const hash = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
  const script = "<script>alert('Hello, world.');</script>"
  for (const html of [script, letScriptsWait(script), `${script}${script}`]) expect(toPagePolicy(html)).toContain(`script-src 'self' ${hash};`)
  expect(toPagePolicy('<script src="/a.js"></script><script type="application/json">{}</script>')).toContain("script-src 'self';")
})
