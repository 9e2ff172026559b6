import type { NextConfig } from 'next'

/** Every page: not a language, not a file (files have a dot in their names), not Next's own. */
const page = '/:path((?!(?:en|de)(?:/|$)|_next/)[^.]+)'

const config: NextConfig = {
  // English pages have no prefix; inside, every page stands under its language.
  rewrites: async () => ({
    beforeFiles: [
      { source: '/', destination: '/en' },
      { source: page, destination: '/en/:path' },
    ],
    afterFiles: [],
    fallback: [],
  }),
  redirects: async () => [{ source: '/en/:path*', destination: '/:path*', permanent: true }],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
      ],
    },
  ],
  // Titles and hreflang links stand in the head for everyone, scripts or not.
  htmlLimitedBots: /.*/,
  poweredByHeader: false,
  agentRules: false,
}

export default config
