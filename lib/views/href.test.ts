import { expect, it } from 'vitest'
import { toHref, toLensQuery } from './href'

it('prefixes German only, and leaves empty parameters out', () => {
  expect(toHref('en', '/')).toBe('/')
  expect(toHref('de', '/')).toBe('/de')
  expect(toHref('de', '/method')).toBe('/de/method')
  expect(toHref('en', '/protocols/uniswap/holders', { page: 2, q: '', lens: null })).toBe('/protocols/uniswap/holders?page=2')
  expect(toHref('de', '/', { q: 'a b&c' })).toBe('/de?q=a+b%26c')
  expect(toHref('en', '/', toLensQuery('circulating-owners-entities'))).toBe('/')
  expect(toHref('en', '/', toLensQuery('circulating'))).toBe('/?lens=circulating')
})
