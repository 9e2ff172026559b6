import type { Locale } from '@/lib/domain/text'
import { toHref } from '@/lib/views/href'
import method from '../method/Method.module.css'

const words = {
  en: { feed: 'Feed (Atom)' },
  de: { feed: 'Feed (Atom)' },
} as const

export interface ProtocolFile {
  title: string
  href: string
}

interface ProtocolFilesProps {
  protocols: readonly { slug: string; name: string; feed: string; charts: readonly ProtocolFile[] }[]
  locale: Locale
}

/** Every chart and table of every protocol, each with its own page and its files. */
export function ProtocolFiles({ protocols, locale }: ProtocolFilesProps) {
  return (
    <dl className={method.entries}>
      {protocols.map(({ slug, name, feed, charts }) => (
        <div key={slug} className={method.entry}>
          <dt><a href={toHref(locale, `/protocols/${slug}`)}>{name}</a></dt>
          <dd>
            <ul className={method.contents}>
              {charts.map(({ title, href }) => (
                <li key={href}><a href={toHref(locale, href)}>{title}</a>: <a href={`${href}.csv`}>CSV</a>, <a href={`${href}.json`}>JSON</a>, <a href={`${href}.zip`}>ZIP</a></li>
              ))}
              <li><a href={feed}>{words[locale].feed}</a></li>
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  )
}
