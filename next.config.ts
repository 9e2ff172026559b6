import type { NextConfig } from 'next'

const noPage = '(?:en|de)(?:/|$)|_next/|api/|embed/|.*\\.(?:csv|svg|png|json|zip|atom|txt)$'

/** Every page: not one with a language, not Next's own, not a file, not an embed, not the API; and not a chart with a suffix that there is not. */
const page = `/:path((?!${noPage}|charts/[^/]+/[^/]*\\.[^/]*$).+)`
/** A browser gets a page that says so; to programs the forms of the chart answer with a problem. */
const unknownForm = `/:path((?!${noPage})charts/[^/]+/[^/]*\\.[^/]*)`

const config: NextConfig = {
  // English pages have no prefix; inside, every page stands under its language.
  rewrites: async () => [
    { source: '/', destination: '/en' },
    { source: page, destination: '/en/:path' },
    { source: unknownForm, has: [{ type: 'header', key: 'accept', value: '.*text/html.*' }], destination: '/en/:path' },
  ],
  redirects: async () => [
    { source: '/en', destination: '/', permanent: true },
    { source: '/en/:path+', destination: '/:path+', permanent: true },
  ],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
      ],
    },
    // Embeds stand in pages of others; everything else only in our own. Pages say the same once more in their policy.
    { source: '/:path((?!embed/).*)', headers: [{ key: 'X-Frame-Options', value: 'SAMEORIGIN' }] },
    { source: '/:path(api/.*|.*\\.(?:csv|json|zip|atom|xml|txt))', headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'self'" }] },
  ],
  // Every route stands below its language, so no layout is above all of them to hold a page for the rest.
  experimental: {
    globalNotFound: true,
    // Less of Next's own code for browsers.
    turbopackCjsTreeShaking: true,
    turbopackCjsScopeHoisting: true,
    turbopackCrossModuleConstants: true,
  },
  // Titles and hreflang links stand in the head for everyone, scripts or not.
  htmlLimitedBots: /.*/,
  // Native code is loaded, not bundled.
  serverExternalPackages: ['@resvg/resvg-js'],
  // Types are checked with the tests, not while somebody waits for the first page.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  agentRules: false,
}

export default config
