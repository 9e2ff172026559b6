import type { AccountRole } from '../domain/label'
import type { Treatment } from '../domain/lens'
import type { Text } from '../domain/text'

interface Choice {
  name: Text
  description: Text
}

/** Who is left out, and why that is a question worth asking. */
export const treatments: Readonly<Record<Treatment, Choice & { excludedRoles: readonly AccountRole[] }>> = {
  raw: {
    name: { en: 'All addresses', de: 'Alle Adressen' },
    description: {
      en: 'Every address that holds the token counts: people, contracts, exchanges and the treasury alike.',
      de: 'Jede Adresse, die den Token hält, zählt: Menschen, Contracts, Börsen und die Treasury gleichermaßen.',
    },
    excludedRoles: [],
  },
  circulating: {
    name: { en: 'Circulating', de: 'Umlauf' },
    description: {
      en: 'Without what nobody can spend today: burned tokens, the treasury and its timelock, tokens not yet vested or not yet distributed.',
      de: 'Ohne das, was heute niemand ausgeben kann: verbrannte Token, die Treasury und ihr Timelock, noch nicht freigegebene oder verteilte Token.',
    },
    excludedRoles: ['burn', 'treasury', 'timelock', 'vesting', 'distributor'],
  },
}

export const lookThroughText: Choice = {
  name: { en: 'looked through', de: 'durchgeschaut' },
  description: {
    en: 'What contracts hold for others, as pools, vaults and locks, counts for those to whom it belongs; what could not be resolved is named and left out.',
    de: 'Was Contracts für andere halten, etwa Pools, Vaults und Sperren, zählt für die, denen es gehört; was sich nicht auflösen ließ, wird genannt und bleibt außen vor.',
  },
}

export const mergedText: Choice = {
  name: { en: 'entities merged', de: 'Eigentümer zusammengefasst' },
  description: {
    en: 'Addresses that are known to have one owner count as one holder.',
    de: 'Adressen, die bekanntermaßen einem Eigentümer gehören, zählen als ein Halter.',
  },
}

export const ofSupplyText: Choice = {
  name: { en: 'of the supply', de: 'an der Gesamtmenge' },
  description: {
    en: 'Shares are taken of the whole supply, whoever is left out.',
    de: 'Anteile beziehen sich auf die Gesamtmenge, gleich wer weggelassen ist.',
  },
}

export const dustText: Choice = {
  name: { en: 'without dust', de: 'ohne Kleinstbeträge' },
  description: {
    en: 'Holders of less than a billionth of the supply are left out.',
    de: 'Halter von weniger als einem Milliardstel der Gesamtmenge bleiben außen vor.',
  },
}

type Whole = Treatment | `${Treatment}Owned` | 'supply'

export const denominators: Readonly<Record<Whole, Text>> = {
  raw: { en: 'total supply', de: 'Gesamtmenge' },
  circulating: { en: 'circulating supply', de: 'umlaufende Menge' },
  rawOwned: { en: 'resolved supply', de: 'aufgelöste Menge' },
  circulatingOwned: { en: 'resolved circulating supply', de: 'aufgelöste umlaufende Menge' },
  supply: { en: 'total supply', de: 'Gesamtmenge' },
}

export const ofDenominators: Readonly<Record<Whole, Text>> = {
  raw: { en: 'of the total supply', de: 'der Gesamtmenge' },
  circulating: { en: 'of the circulating supply', de: 'der umlaufenden Menge' },
  rawOwned: { en: 'of the supply whose owners are known', de: 'der Menge mit bekannten Eigentümern' },
  circulatingOwned: { en: 'of the circulating supply whose owners are known', de: 'der umlaufenden Menge mit bekannten Eigentümern' },
  supply: { en: 'of the total supply', de: 'der Gesamtmenge' },
}
