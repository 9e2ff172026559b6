import { expect, it } from 'vitest'
import { escapeXml, toAtom } from './atom'

const feed = {
  title: 'A & B',
  subtitle: 'What is new',
  language: 'en',
  self: 'http://localhost/feed.atom?a=1&b=2',
  page: 'http://localhost/',
  entries: [
    { id: 'http://localhost/1', title: '<b>', summary: 'first', href: 'http://localhost/', timestamp: 0 },
    { id: 'http://localhost/2', title: 'later', summary: 'second', href: 'http://localhost/', timestamp: 86_400 },
  ],
}

it('has what RFC 4287 asks for, newest first, as new as its newest entry', () => {
  const lines = toAtom(feed).split('\n')
  expect(lines[1]).toBe('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">')
  expect(lines).toContain('<updated>1970-01-02T00:00:00.000Z</updated>')
  expect(lines).toContain('<id>http://localhost/feed.atom?a=1&amp;b=2</id>')
  const entries = lines.filter((line) => line.startsWith('<entry>'))
  expect(entries[0]).toMatch(/<title>later<\/title><updated>1970-01-02T00:00:00\.000Z<\/updated>/)
  expect(entries[1]).toMatch(/<title>&lt;b&gt;<\/title>/)
})

it('leaves out what XML cannot hold, and lone halves of letters', () => expect(escapeXml('a\u0000\u0008\uD800b\u{1F600}"')).toBe('ab\u{1F600}&quot;'))
