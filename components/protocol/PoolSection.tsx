import type { ChartSpec, Table } from '@/lib/domain/chartSpec'
import type { Lens } from '@/lib/domain/lens'
import type { Locale } from '@/lib/domain/text'
import type { AuditView } from '@/lib/views/auditView'
import type { Basis } from '@/lib/views/basis'
import { toLensQuery } from '@/lib/views/href'
import type { HeadlineFigure } from '@/lib/views/metricsTable'
import { Figure, Notes } from '../figures/Figure'
import { Section } from '../frame/Section'
import { DataTable } from '../tables/DataTable'
import { ChartLink } from '../publication/ChartLink'
import { AuditNotice } from './AuditNotice'
import { BasisLine } from './BasisLine'
import { FileLinks } from './FileLinks'
import { HeadlineFigures } from './HeadlineFigures'
import { LensSwitch } from './LensSwitch'
import { NoSnapshot } from './NoSnapshot'
import styles from './PoolSection.module.css'

const words = {
  en: {
    source: 'Source',
    reserves: 'Reserves at this block',
    noReserves: 'could not be read; see what is missing below',
    shown: (rows: number, all: number) => `The ${rows} largest of ${all} providers; the file has all of them.`,
    measures: 'All measures of this pool',
  },
  de: {
    source: 'Quelle',
    reserves: 'Reserven in diesem Block',
    noReserves: 'ließen sich nicht lesen; was fehlt, steht unten',
    shown: (rows: number, all: number) => `Die ${rows} größten von ${all} Anbietern; die Datei enthält alle.`,
    measures: 'Alle Maße dieses Pools',
  },
} as const

export interface PoolSectionProps {
  slug: string
  name: string
  /** EIP-55, of the LP token */
  address: string
  /** Who says that this is the protocol's pool */
  source: string
  /** null before the first snapshot */
  measured: {
    lens: Lens
    lenses: readonly Lens[]
    basis: Basis
    /** In words; null where they could not be read */
    reserves: string | null
    figures: readonly HeadlineFigure[]
    audit: AuditView
    chart: ChartSpec | null
    providers: Table
    /** Providers in all */
    matched: number
    metrics: Table
  } | null
  /** The page of a chart of this pool by its id */
  pageOf: (id: string) => string
  path: string
  locale: Locale
}

/** One pool: what is in it, who put it there, and how concentrated they are. */
export function PoolSection({ slug, name, address, source, measured, pageOf, path, locale }: PoolSectionProps) {
  const word = words[locale]
  const where = (
    <p className={styles.where}>
      <code>{address}</code> · {word.source}: {/^https?:/.test(source) ? <a href={source} rel="noopener">{new URL(source).hostname}</a> : source}
    </p>
  )
  if (!measured) return <Section id={`pool-${address}`} title={name}>{where}<NoSnapshot locale={locale} /></Section>
  const { lens, lenses, basis, reserves, figures, audit, chart, providers, matched, metrics } = measured
  const query = { ...toLensQuery(lens.id), pool: address }
  return (
    <Section id={`pool-${address}`} title={name}>
      {where}
      <p><strong>{word.reserves}:</strong> {reserves ?? word.noReserves}</p>
      <LensSwitch lenses={lenses} current={lens} path={path} locale={locale} />
      <HeadlineFigures figures={figures} />
      <BasisLine basis={basis} locale={locale} />
      <AuditNotice audit={audit} />
      <ChartLink href={pageOf('auditTable')} locale={locale} />
      {chart && <Figure spec={chart} page={pageOf('lorenz')} />}
      <div className={styles.table}>
        <DataTable table={providers} stacked />
        {matched > providers.rows.length && <p className={styles.where}>{word.shown(providers.rows.length, matched)}</p>}
        <Notes notes={basis.notes} />
        <FileLinks slug={slug} files={['holders', 'metrics']} query={query} page={pageOf('providersTable')} locale={locale} />
      </div>
      <details className={styles.measures}>
        <summary>{word.measures}</summary>
        <DataTable table={metrics} wideColumns={['range', 'direction']} hideCaption />
        <FileLinks slug={slug} files={[]} query={query} page={pageOf('metricsTable')} locale={locale} />
      </details>
    </Section>
  )
}
