import type { Metadata } from 'next'
import { PageFrame } from '@/components/frame/PageFrame'
import { Missing, missingWords } from '@/components/missing/Missing'
import { Document } from './Document'

export const metadata: Metadata = { title: `${missingWords.en.title} · Lorenz`, robots: { index: false } }

/** For addresses that no route matches. It is made while building and knows no address, so it speaks both languages. */
export default function GlobalNotFound() {
  return (
    <Document locale="en">
      <PageFrame locale="en" path="/">
        <Missing locale="en" />
        <div lang="de"><Missing locale="de" heading={2} /></div>
      </PageFrame>
    </Document>
  )
}
