import type { MetadataRoute } from 'next'
import { readOrigin } from './origin'

/** Everything may be read; searches have no end and are left out. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  return { rules: { userAgent: '*', allow: '/', disallow: ['/*?*q='] }, sitemap: new URL('/sitemap.xml', await readOrigin()).href }
}
