import type { Lens } from '@/lib/domain/lens'
import type { Snapshot } from '@/lib/domain/snapshot'
import type { Locale } from '@/lib/domain/text'
import type { AuditView } from '@/lib/views/auditView'
import type { Basis } from '@/lib/views/basis'
import type { Query } from '@/lib/views/href'
import type { HeadlineBandText } from '@/lib/views/headlineBands'
import type { HeadlineFigure } from '@/lib/views/metricsTable'
import { Notice } from '../frame/Notice'
import { ChartLink } from '../publication/ChartLink'
import { AuditNotice } from './AuditNotice'
import { BasisLine } from './BasisLine'
import { HeadlineFigures } from './HeadlineFigures'
import { LensSwitch } from './LensSwitch'
import { RuleSwitch } from './RuleSwitch'

const words = {
  en: {
    imported: 'An imported list',
    text: (file: string, sha256: string) => `These figures come from the file ${file} (SHA-256 ${sha256}), not from the chain.`,
    newest: 'The newest snapshot from the chain',
    band: 'How far the figures depend on the lens',
    cut: 'The list was cut off. Counts and top shares are of what is listed; measures of inequality are left out where the missing tail would change them.',
  },
  de: {
    imported: 'Eine importierte Liste',
    text: (file: string, sha256: string) => `Diese Zahlen stammen aus der Datei ${file} (SHA-256 ${sha256}), nicht von der Chain.`,
    newest: 'Der neueste Stand von der Chain',
    band: 'Wie weit die Zahlen von der Sicht abhängen',
    cut: 'Die Liste ist abgeschnitten. Anzahlen und Spitzenanteile gelten für das Gelistete; Ungleichheitsmaße fehlen, wo der fehlende Rest sie ändern würde.',
  },
} as const

interface SubjectHeadProps {
  subject: { snapshot: Snapshot; lens: Lens; lenses: readonly Lens[] }
  basis: Basis
  figures: readonly HeadlineFigure[]
  /** How far they depend on the lens, by metric */
  bands: ReadonlyMap<string, HeadlineBandText>
  /** The rules by which addresses become one holder, null for the usual ones; absent where they cannot be chosen */
  rules?: readonly string[] | null
  audit: AuditView
  /** Where the bands are told in full */
  bandPage: string
  /** The page of the audit's table; null for a list, which has none */
  auditPage: string | null
  path: string
  query: Query
  /** The page of the newest snapshot */
  newest: string
  locale: Locale
}

/** What is spoken of, through which lens, the few figures that matter most, and whether they can be believed. */
export function SubjectHead({ subject: { snapshot, lens, lenses }, basis, figures, bands, bandPage, rules, audit, auditPage, path, query, newest, locale }: SubjectHeadProps) {
  const word = words[locale]
  return (
    <>
      {snapshot.file && (
        <Notice title={word.imported} tone="warning">
          <p>{word.text(snapshot.file.name, snapshot.file.sha256)}</p>
          {snapshot.population === 'truncated' && <p>{word.cut}</p>}
          <p><a href={newest}>{word.newest}</a></p>
        </Notice>
      )}
      <LensSwitch lenses={lenses} current={lens} path={path} query={query} locale={locale} />
      {rules !== undefined && <RuleSwitch rules={rules} path={path} query={query} locale={locale} />}
      <HeadlineFigures figures={figures} bands={bands} />
      <p><a href={bandPage}>{word.band}</a></p>
      <BasisLine basis={basis} locale={locale} />
      <AuditNotice audit={audit} />
      {auditPage !== null && <ChartLink href={auditPage} locale={locale} />}
    </>
  )
}
