/** The parts of the method page, in reading order. */
export const sections = {
  principles: { en: 'What is read, and how it is checked', de: 'Was gelesen wird und wie es geprüft wird' },
  lenses: { en: 'Lenses: what counts as a holder', de: 'Sichten: was als Halter zählt' },
  through: { en: 'Looking through contracts', de: 'Durch Contracts schauen' },
  sources: { en: 'Families of contracts', de: 'Arten von Contracts' },
  entities: { en: 'One owner, several addresses', de: 'Ein Eigentümer, mehrere Adressen' },
  power: { en: 'Voting power', de: 'Stimmmacht' },
  control: { en: 'Keys: who can change a contract', de: 'Schlüssel: wer einen Contract ändern kann' },
  decisions: { en: 'Who decides', de: 'Wer entscheidet' },
  profits: { en: 'Who earns', de: 'Wer verdient' },
  farming: { en: 'Rewards and liquidations', de: 'Belohnungen und Liquidationen' },
  measures: { en: 'Measures', de: 'Maße' },
  blocs: { en: 'Votes off the chain, and who votes alike', de: 'Abstimmungen außerhalb der Chain und wer gleich stimmt' },
  superusers: { en: 'Superusers: large in several places', de: 'Großnutzer: an mehreren Stellen groß' },
  findings: { en: 'Claims and their verdicts', de: 'Behauptungen und ihre Urteile' },
  protocols: { en: 'Protocols and their peculiarities', de: 'Protokolle und ihre Eigenheiten' },
} as const
