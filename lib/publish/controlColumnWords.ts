import type { Text } from '@/lib/domain/text'

/** What the columns of the keys hold, in words. */
export const controlColumnWords: Readonly<Record<string, Text>> = {
  power: { en: 'What somebody may do: code (replace it), act (through the contract), settings (use rights in it), veto', de: 'Was jemand darf: code (austauschen), act (durch den Contract handeln), settings (Rechte nutzen), veto (aufhalten)' },
  control: { en: 'keys, vote, anybody, nobody, or unread', de: 'keys (Schlüssel), vote (Abstimmung), anybody (jeder), nobody (niemand) oder unread (nicht lesbar)' },
  signatures: { en: 'Fewest distinct keys that must sign', de: 'Wenigste verschiedene Schlüssel, die unterschreiben müssen' },
  delay_seconds: { en: 'Waiting time on this way, in seconds', de: 'Wartezeit auf diesem Weg in Sekunden' },
  signers: { en: 'One such set of keys, EIP-55, joined by colons', de: 'Eine solche Menge von Schlüsseln, EIP-55, durch Doppelpunkte verbunden' },
  governors: { en: 'Governors that can do it by vote, EIP-55, joined by colons', de: 'Governors, die es durch Abstimmung können, EIP-55, durch Doppelpunkte verbunden' },
  quickest_signatures: { en: 'Keys of the quickest way, where another is quicker', de: 'Schlüssel des schnellsten Wegs, wo ein anderer schneller ist' },
  quickest_delay_seconds: { en: 'Its waiting time in seconds', de: 'Seine Wartezeit in Sekunden' },
  level: { en: 'How deep in the tree: 0 is a contract that is asked about; a line stands below the last one of the level before', de: 'Wie tief im Baum: 0 ist ein Contract, nach dem gefragt ist; eine Zeile steht unter der letzten der Ebene davor' },
  control_kind: { en: 'What the account is: person, nobody, safe, timelock, governor, contract, unread, anybody', de: 'Was das Konto ist: person (Schlüssel), nobody (niemand), safe, timelock, governor, contract, unread (nicht lesbar), anybody (jeder)' },
  means: { en: 'By what it has the power', de: 'Wodurch es das darf' },
  means_detail: { en: 'Which role, or as what the contract names it', de: 'Welche Rolle, oder als was der Contract es nennt' },
  group_threshold: { en: 'How many of its group must agree', de: 'Wie viele der Gruppe zustimmen müssen' },
  members: { en: 'How many its group has', de: 'Wie viele die Gruppe hat' },
  implementation: { en: 'Contract whose code it runs, EIP-55', de: 'Contract, dessen Code es ausführt, EIP-55' },
  again: { en: 'Why the tree does not go on here: above, loop', de: 'Warum der Baum hier nicht weitergeht: above (steht weiter oben), loop (Kreis)' },
}
