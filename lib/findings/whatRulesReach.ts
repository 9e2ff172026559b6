import type { FindingFigure, Verdict } from '../domain/finding'
import type { Text } from '../domain/text'
import type { ContractHands } from '../governance/contractHands'
import type { Thesis } from './thesis'

/** What a rule would find somebody for: custodians of the token, and keepers of keys. */
export interface WhatRulesReachEvidence {
  /** What lies with labelled exchanges, bridges and lending markets, of what circulates; null before the first snapshot */
  underCustody: number | null
  /** `isNamed`: whether one of those who keep its keys, or through whom they do, carries a label that says who that is. null before keys were first read */
  contracts: readonly (ContractHands & { isNamed: boolean })[] | null
  /** Accounts with such a label */
  controllers: number
}

/**
 * What rules could reach: custodians, and people who keep keys and can be found.
 *
 * @example whatRulesReach.judge({ underCustody: 0.6, contracts: null, controllers: 0 }).verdict // 'holds'
 */
export const whatRulesReach: Thesis<WhatRulesReachEvidence> = {
  id: 'whatRulesReach',
  title: { en: 'Rules could reach it', de: 'Regeln könnten es erreichen' },
  statement: {
    en: 'Nobody is in charge, it is said. Yet much lies with custodians who can be found, and many contracts have keys whose keepers can be named: rules would find somebody to turn to.',
    de: 'Niemand sei zuständig, heißt es. Doch vieles liegt bei Verwahrern, die sich finden lassen, und viele Contracts haben Schlüssel, deren Hüter man nennen kann: Regeln fänden jemanden, an den sie sich wenden.',
  },
  confirms: {
    en: 'Custodians keep at least half of what circulates, or at least half of the contracts have keys whose keepers are named.',
    de: 'Verwahrer halten mindestens die Hälfte dessen, was umläuft, oder mindestens die Hälfte der Contracts hat Schlüssel, deren Hüter benannt sind.',
  },
  refutes: {
    en: 'Custodians keep less than a quarter, and less than a quarter of the contracts have keys at all, whoever keeps them.',
    de: 'Verwahrer halten weniger als ein Viertel, und weniger als ein Viertel der Contracts hat überhaupt Schlüssel, wer sie auch hat.',
  },
  measure: {
    en: 'The share of what circulates that lies with labelled exchanges, bridges and lending markets; and of the contracts that the protocol’s file names, those that keys can change or use without a vote, with and without a label that says who keeps them. The Financial Action Task Force’s guidance of October 2021 asks the same: whether somebody has “control or sufficient influence”, whatever a protocol calls itself.',
    de: 'Der Anteil des Umlaufs, der bei bezeichneten Börsen, Brücken und Kreditmärkten liegt; und von den Contracts, die die Datei des Protokolls nennt, die, die sich mit Schlüsseln ohne Abstimmung ändern oder nutzen lassen, mit und ohne Bezeichnung, wer sie hat. Dasselbe fragt die Leitlinie der Financial Action Task Force vom Oktober 2021: ob jemand „Kontrolle oder hinreichenden Einfluss“ hat, wie auch immer ein Protokoll sich nennt.',
  },
  rule: {
    en: 'Holds where custodians keep at least half, or at least half of the contracts have keys with a named keeper. Does not hold where custodians keep less than a quarter and less than a quarter of the contracts have keys, those that could not be read counted in. Mixed in between. Cannot be told where keys were not read or nothing was measured, unless the other alone is enough.',
    de: 'Trifft zu, wo Verwahrer mindestens die Hälfte halten oder mindestens die Hälfte der Contracts Schlüssel mit benanntem Hüter hat. Trifft nicht zu, wo Verwahrer weniger als ein Viertel halten und weniger als ein Viertel der Contracts Schlüssel hat, nicht lesbare mitgezählt. Dazwischen gemischt. Lässt sich nicht sagen, wo Schlüssel nicht gelesen sind oder nichts gemessen ist, solange nicht eines allein genügt.',
  },
  limits: [
    {
      en: 'What custodians keep is a lower bound: whom nobody has labelled is not seen. Tokens on other chains behind a bridge count as the bridge’s.',
      de: 'Was Verwahrer halten, ist eine untere Schranke: Wen niemand bezeichnet hat, den sieht man nicht. Token auf anderen Chains hinter einer Brücke zählen als deren.',
    },
    {
      en: 'A name is not a person who answers to a court, and a key may be kept where no rule is enforced. Websites, companies and foundations, through which rules often work, are not on the chain.',
      de: 'Ein Name ist noch niemand, der vor einem Gericht steht, und ein Schlüssel kann liegen, wo keine Regel durchgesetzt wird. Websites, Firmen und Stiftungen, über die Regeln oft wirken, stehen nicht auf der Chain.',
    },
    {
      en: 'It says what could be reached, not what should be.',
      de: 'Es sagt, was sich erreichen ließe, nicht, was erreicht werden soll.',
    },
  ],
  lead: { figure: 'underCustody', name: { en: 'What custodians keep of what circulates', de: 'Was Verwahrer vom Umlauf halten' }, format: 'share' },
  charts: ['withinReach', 'custodyTable', 'keysTable'],
  judge: (evidence) => ({ verdict: toVerdict(evidence), reason: toReason(evidence), figures: toFigures(evidence) }),
}

/** How many contracts have keys: certainly, with a named keeper, and at most. */
function countKeys({ contracts }: Pick<WhatRulesReachEvidence, 'contracts'>) {
  const all = contracts ?? []
  const withKeys = all.filter(({ hands }) => hands === 'keys')
  return { of: all.length, keys: withKeys.length, named: withKeys.filter(({ isNamed }) => isNamed).length, most: withKeys.length + all.filter(({ hands }) => hands === 'unread').length }
}

function toVerdict(evidence: WhatRulesReachEvidence): Verdict {
  const { underCustody } = evidence
  const { of, named, most } = countKeys(evidence)
  if ((underCustody !== null && underCustody >= 1 / 2) || (of > 0 && named * 2 >= of)) return 'holds'
  if (underCustody === null || of === 0) return 'cannotBeTold'
  return underCustody < 1 / 4 && most * 4 < of ? 'doesNotHold' : 'mixed'
}

function toReason(evidence: WhatRulesReachEvidence): Text {
  const { of, keys, most } = countKeys(evidence)
  const custody: Text = evidence.underCustody === null
    ? { en: 'What custodians keep was not measured yet', de: 'Was Verwahrer halten, ist noch nicht gemessen' }
    : { en: 'Known custodians keep {underCustody} of what circulates', de: 'Bekannte Verwahrer halten {underCustody} des Umlaufs' }
  const contracts: Text = of === 0
    ? { en: 'who keeps its keys was not read', de: 'wer die Schlüssel hat, ist nicht gelesen' }
    : {
      en: `{withKeys} of its {contracts} contracts have keys${most > keys ? ' (at most {withKeysAtMost}: something could not be read)' : ''}, {namedKeys} with a keeper who is named`,
      de: `{withKeys} der {contracts} Contracts haben Schlüssel${most > keys ? ' (höchstens {withKeysAtMost}: Etwas war nicht lesbar)' : ''}, {namedKeys} mit einem Hüter, der benannt ist`,
    }
  return { en: `${custody.en}; ${contracts.en}.`, de: `${custody.de}; ${contracts.de}.` }
}

function toFigures(evidence: WhatRulesReachEvidence): FindingFigure[] {
  const { of, keys, named, most } = countKeys(evidence)
  const share = (count: number) => (of === 0 ? null : count / of)
  return [
    { id: 'underCustody', name: { en: 'With custodians, of what circulates', de: 'Bei Verwahrern, vom Umlauf' }, value: evidence.underCustody, format: 'share' },
    { id: 'withKeys', name: { en: 'Contracts with keys', de: 'Contracts mit Schlüsseln' }, value: share(keys), format: 'share' },
    { id: 'withKeysAtMost', name: { en: 'The same with those that could not be read', de: 'Dasselbe mit denen, die nicht lesbar waren' }, value: share(most), format: 'share' },
    { id: 'namedKeys', name: { en: 'Contracts with keys whose keeper is named', de: 'Contracts mit Schlüsseln, deren Hüter benannt ist' }, value: share(named), format: 'share' },
    { id: 'contracts', name: { en: 'Contracts asked about', de: 'Contracts, nach denen gefragt ist' }, value: evidence.contracts ? of : null, format: 'count' },
    { id: 'controllers', name: { en: 'Named accounts that keep keys', de: 'Benannte Konten, die Schlüssel haben' }, value: evidence.contracts ? evidence.controllers : null, format: 'count' },
  ]
}
