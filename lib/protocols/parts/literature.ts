import type { PublishedFigureInput } from '@/lib/domain/publishedFigure'

type Work = Omit<PublishedFigureInput, 'metric' | 'value' | 'of' | 'about'>
type Figure = Pick<PublishedFigureInput, 'metric' | 'value' | 'of' | 'about'>

/** A published work: what all figures of it have in common. */
const published = (work: Work) => (figure: Figure): PublishedFigureInput => ({ ...work, ...figure })

/** Read second-hand: which day its holders are of, and who was left out, is not told there. */
export const jensen2021 = published({
  author: 'Jensen, von Wachter & Ross', year: 2021, date: '2021-02', dateOf: 'publication',
  title: 'How Decentralized is the Governance of Blockchain-based Finance: Empirical Evidence from four Governance Token Distributions',
  source: 'https://arxiv.org/abs/2102.10096',
  via: 'https://github.com/dlt-science/science-notes/blob/main/defianddata/_build/html/_sources/gov.md',
  treatment: {
    en: 'Wallet addresses; read second-hand, where it is not told who was left out.',
    de: 'Adressen von Wallets; aus zweiter Hand, wo nicht gesagt wird, wer weggelassen wurde.',
  },
})

/** One of two figures of the same token in the same week that differ sixfold. */
export const conti2020 = published({
  author: 'Conti', year: 2020, date: '2020-08-06', dateOf: 'publication',
  title: 'Personal analysis of DeFi token holders',
  source: 'https://twitter.com/simoneconti_',
  via: 'https://it.cointelegraph.com/news/analysis-most-defi-tokens-are-concentrated-in-hands-of-top-500-holders',
  treatment: {
    en: 'Addresses by Etherscan, share of the total supply; contracts were apparently not taken out.',
    de: 'Adressen nach Etherscan, Anteil an der Gesamtmenge; Contracts wurden offenbar nicht herausgenommen.',
  },
})

/** The other one. */
export const noon2020 = published({
  author: 'Noon', year: 2020, date: '2020-08', dateOf: 'publication',
  title: 'Statement on the distribution of YFI',
  source: 'https://it.cointelegraph.com/news/analysis-most-defi-tokens-are-concentrated-in-hands-of-top-500-holders',
  treatment: {
    en: 'Share of the total supply; other addresses were counted than by Conti in the same week, which ones is not told.',
    de: 'Anteil an der Gesamtmenge; gezählt wurden andere Adressen als bei Conti in derselben Woche, welche, ist nicht gesagt.',
  },
})

export const savelyev2022 = published({
  author: 'Savelyev', year: 2022, date: '2022-09-18', dateOf: 'publication',
  title: 'How Decentralized is Decentralized Governance?',
  source: 'https://defiprime.com/how-decentralized-is-decentralized-governance',
  treatment: { en: 'Called “overall”; it is not told who was left out.', de: 'Als „insgesamt“ bezeichnet; wer weggelassen wurde, ist nicht gesagt.' },
})

export const messias2024 = published({
  author: 'Messias et al.', year: 2024, date: '2024-01-04', dateOf: 'publication',
  title: 'Understanding Blockchain Governance: Analyzing Decentralized Voting to Amend DeFi Smart Contracts',
  source: 'https://arxiv.org/abs/2305.17655v2',
  treatment: { en: 'Share of the voting power by address.', de: 'Anteil an der Stimmkraft nach Adressen.' },
})

export const avanzo2025 = published({
  author: 'Avanzo', year: 2025, date: '2025', dateOf: 'data',
  title: 'CRV Token Governance Centralization Analysis',
  source: 'https://github.com/SoweluAvanzo/Curve_Finance_data_analysis',
  treatment: {
    en: 'The 997 largest addresses of a list by Dune without the voting escrow and the vesting contracts; shares of what these hold; at least half. Retrieved on 12/02/2025.',
    de: 'Die 997 größten Adressen einer Liste von Dune, ohne Stimmrechts-Verwahrung (Voting Escrow) und Vesting-Contracts; Anteile an dem, was diese halten; mindestens die Hälfte. Abgerufen am „12/02/2025“.',
  },
})

export const dune2026 = published({
  author: 'Dune', year: 2026, date: '2026', dateOf: 'data',
  title: 'Gini coefficient of governance tokens, queries 7502379 and 7502010',
  source: 'https://dune.com/queries/7502379',
  treatment: { en: 'All addresses that hold something, nobody left out; quoted in a student’s work, the day is not told.', de: 'Alle Adressen, die etwas halten, niemand weggelassen; zitiert in einer studentischen Arbeit, der Tag ist nicht genannt.' },
})
