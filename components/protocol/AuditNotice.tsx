import type { AuditView } from '@/lib/views/auditView'
import { Notice } from '../frame/Notice'
import { DataTable } from '../tables/DataTable'

const tones = { passed: 'good', failed: 'bad', incomplete: 'warning', none: 'plain' } as const

/** What the audit found, in words and figures, with every difference and every gap. */
export function AuditNotice({ audit }: { audit: AuditView }) {
  return (
    <div data-audit={audit.tone}>
      <Notice title={audit.headline} tone={tones[audit.tone]}>
        {audit.sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}
        {audit.mismatches && <DataTable table={audit.mismatches} />}
        {audit.gaps && <DataTable table={audit.gaps} />}
      </Notice>
    </div>
  )
}
