import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { PageFrame } from '@/components/frame/PageFrame'
import { OneProposal, type ShownCall } from '@/components/protocol/OneProposal'
import { ProtocolHead } from '@/components/protocol/ProtocolHead'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { decodeCall } from '@/lib/chain/decodeCall'
import type { ProposalCall } from '@/lib/domain/proposal'
import { readProposalWord, toProposalWord } from '@/lib/domain/proposalWord'
import type { Locale } from '@/lib/domain/text'
import { headlineLens } from '@/lib/ownership/lenses'
import { toEmptyLoaded } from '@/lib/pipeline/editions/emptyLoaded'
import { loadOwnGain } from '@/lib/pipeline/governance/loadOwnGain'
import { loadWholeProposal } from '@/lib/pipeline/governance/loadProposals'
import { toChartPath } from '@/lib/publish/chartName'
import { proposalFlip, proposalVotes } from '@/lib/publish/entries/oneProposal'
import { ownGain } from '@/lib/publish/entries/ownGain'
import { toProposalContext } from '@/lib/publish/entries/proposalParts'
import { toAccountHref } from '@/lib/views/accountCells'
import { toHref } from '@/lib/views/href'
import { toPageView } from '@/lib/views/pageView'
import { toCoinText, toProposalFacts } from '@/lib/views/proposalFacts'
import { proposalVotes as votesView, toVoteRows } from '@/lib/views/proposalVotes'
import { toFlipSentence, toTitleText } from '@/lib/views/proposalWords'
import { answer } from '../../../../../answer'
import { saysNoDatabase, sharedDatabase } from '../../../../../database'
import { toMetadata } from '../../../../../metadata'
import { pageQuestion, readQuestion, toLocale, type SearchParams } from '../../../../../question'
import { findProtocol } from '../../../../../subject'

interface PageProps {
  params: Promise<{ locale: string; slug: string; proposal: string }>
  searchParams: SearchParams
}

const pageSize = 100
/** No reader reads more of a stranger's text. */
const mostLetters = 20_000
const mostData = 300

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most)}…`)

/** The proposal of an address with its protocol; null where there is none. Asked once a request. */
const findProposal = cache(async (slug: string, word: string) => {
  const name = readProposalWord(word)
  const protocol = name && (await findProtocol(slug))
  const whole = protocol && (await loadWholeProposal(sharedDatabase(), protocol, name))
  return whole ? { protocol, whole } : null
})

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale: language, slug, proposal } = await params
  const locale = toLocale(language) ?? 'en'
  const found = await findProposal(slug, proposal).catch((error: unknown) => {
    if (saysNoDatabase(error)) return null
    throw error
  })
  const context = found && toProposalContext({ protocol: found.protocol, displayAddress: toChecksumAddress })
  if (!context) return { title: 'Lorenz', robots: { index: false } }
  const { proposal: { title, ...name }, outcome } = found.whole
  const titleIn = (which: Locale) => `${toTitleText(title, which)} · ${found.protocol.name}`
  const sentenceIn = (which: Locale) => toFlipSentence(outcome, context.nameOf, context.display, which)
  return toMetadata(locale, `/protocols/${slug}/proposals/${toProposalWord(name)}`, { en: titleIn('en'), de: titleIn('de') }, { en: sentenceIn('en'), de: sentenceIn('de') }, {}, `/protocols/${slug}/feed.atom`)
}

export default async function ProposalPage({ params, searchParams }: PageProps) {
  const { locale: language, slug, proposal: written } = await params
  const locale = toLocale(language)
  if (!locale) notFound()
  return answer(locale, `/protocols/${slug}/proposals/${written}`, async () => {
    const { page } = await readQuestion(pageQuestion.pick({ page: true }), searchParams)
    const found = await findProposal(slug, written)
    if (!found) notFound()
    const { protocol, whole } = found
    const { proposal, outcome } = whole
    const gain = proposal.calls.length > 0 ? [await loadOwnGain(sharedDatabase(), protocol, { id: whole.id, ...proposal }, whole.votes)] : null
    const loaded = { ...toEmptyLoaded(headlineLens), protocol, proposal: whole, ownGain: gain }
    const context = toProposalContext(loaded)!
    const word = toProposalWord(proposal)
    const path = `/protocols/${slug}/proposals/${word}`
    const rows = toVoteRows(whole)
    const shown = rows.slice((page - 1) * pageSize, page * pageSize)
    if (page > 1 && shown.length === 0) notFound()
    return (
      <PageFrame locale={locale} path={path} query={{ page: page === 1 ? null : page }}>
        <ProtocolHead protocol={protocol} address={toChecksumAddress(protocol.token.address)} page="proposals" query={{}} locale={locale} />
        <OneProposal
          title={toTitleText(proposal.title, locale)} finding={toFlipSentence(outcome, context.nameOf, context.display, locale)} slug={slug} word={word} locale={locale}
          facts={toProposalFacts(whole, context, locale).map(({ name, value, href }) => ({ name, value: href ? <a href={href}>{value}</a> : value }))}
          flip={proposalFlip.view(loaded, locale)} gain={ownGain.view(loaded, locale)} votes={proposalVotes.view(loaded, locale)} votesTable={votesView(shown, context, locale)}
          pages={toPageView({ page, pageSize, matched: rows.length }, (number) => toHref(locale, path, { page: number === 1 ? null : number }), locale)}
          calls={proposal.calls.map((call) => toShownCall(call, context.nameOf(call.target), locale))}
          description={cut(proposal.description, mostLetters)} gaps={proposal.gaps.map(({ subject, reason }) => `${subject}: ${reason}`)}
          pageOf={(id) => toHref(locale, toChartPath({ protocol: slug, id, proposal: word }))}
        />
      </PageFrame>
    )
  })
}

function toShownCall(call: ProposalCall, targetName: string | null, locale: Locale): ShownCall {
  const decoded = decodeCall(call)
  const target = toChecksumAddress(call.target)
  return {
    target, targetName, href: toAccountHref(target, locale), value: toCoinText(call.value),
    name: decoded?.name ?? null, values: decoded?.values.map(({ type, text }) => ({ type, text: cut(text, mostData) })) ?? [], data: cut(call.data, mostData),
  }
}
