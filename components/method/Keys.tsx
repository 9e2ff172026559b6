import type { Locale } from '@/lib/domain/text'
import { Section } from '../frame/Section'
import styles from './Method.module.css'
import { sections } from './sections'

const principles = {
  en: [
    ['What is asked', 'Of each contract that a protocol’s file names, at one block: who is its owner or admin, who has its roles, who may replace its code, and what stands behind each of these, down to keys, votes, or contracts of which nobody knows on. Where the file names none: the token, its Governors and their timelocks, and whatever is labelled as a timelock or a wallet of several keys.'],
    ['Where it is read', 'Owners (ERC-173), pending owners and admins, roles (AccessControl: its list of members, else everybody in its logs whom the contract still confirms), proxies (EIP-1967, EIP-1167, ERC-1822, the older slots of zeppelinos, Compound’s delegators, Aave’s address provider), beacons, Safes with their modules, AccessManagers, timelocks of Compound and OpenZeppelin, Governors and their guardians. MakerDAO’s and Sky’s contracts: Chief, pause and its proxy, guards, roles, wards. Aragon’s DAOs: every permission of the ACL, who manages it, and who replaces the code of apps. Aave’s Governance v2 and v3, Lido’s timelock and DualGovernance, executors that do what their owner wants, the admins of Curve’s owners of pools.'],
    ['Fewest signatures', 'The smallest number of distinct keys that together can do it, over every way there is. A Safe asks for so many of its owners; an owner of several Safes signs once; a module of a Safe needs no signature. Every combination is tried; where there are more than 300 that matter, the smallest are kept, and the figure is a bound.'],
    ['Time to leave', 'The waiting times of timelocks on that way, added up. The quickest way of all stands beside it where it is another one. How long a vote takes is not in it, nor how long holders of stETH can put a decision off.'],
    ['By vote', 'A Governor ends a way; so do Aragon’s Voting, MakerDAO’s Chief and Aave’s governance. How few delegates can win its vote is a question of voting power. The Chief’s hat on a key needs no further vote and counts as a key; on a spell, which does once what was voted on, it is no more than that vote. Whoever may say whose votes count decides without them.'],
    ['At most', 'A step that could not be read is a gap. Nobody knows what lies behind it: a figure that has one on its way says “at most”, and where nothing else is known it says that it could not be read. It never says nobody.'],
    ['What is believed', 'A contract answers for itself, and one that means harm can lie; one that answers whatever it is asked is not believed. What a role allows stands in the code alone; who has a role that neither a log nor a list tells (DSRoles, the first ward of older contracts) is a gap. Where a proxy’s own code decides who may replace it (UUPS), its owner, its wards, or whoever has or grants UPGRADER_ROLE, is taken to decide, as is the custom. A key may be shared or split among people, which no chain shows.'],
  ],
  de: [
    ['Wonach gefragt wird', 'Bei jedem Contract, den die Datei eines Protokolls nennt, in einem Block: wer Eigentümer oder Admin ist, wer seine Rollen hat, wer seinen Code austauschen darf und was hinter jedem von ihnen steht, bis zu Schlüsseln, Abstimmungen oder Contracts, bei denen niemand weiterweiß. Nennt die Datei keine, dann beim Token, bei seinen Governors und deren Timelocks und bei allem, was als Timelock oder als Wallet mit mehreren Schlüsseln bezeichnet ist.'],
    ['Woraus gelesen wird', 'Eigentümer (ERC-173), künftige Eigentümer und Admins, Rollen (AccessControl: die Liste der Mitglieder, sonst alle aus den Logs, die der Contract noch bestätigt), Proxys (EIP-1967, EIP-1167, ERC-1822, die älteren Slots von zeppelinos, Compounds Delegatoren, Aaves Adressverzeichnis), Beacons, Safes mit ihren Modulen, AccessManager, Timelocks von Compound und OpenZeppelin, Governors und ihre Wächter. Die Contracts von MakerDAO und Sky: Chief, Pause und ihr Proxy, Guards, Roles, Wards. DAOs von Aragon: jede Berechtigung der ACL, wer sie verwaltet und wer den Code der Apps austauscht. Aaves Governance v2 und v3, Lidos Timelock und DualGovernance, Executors, die tun, was ihr Eigentümer will, und die Admins der Contracts, denen Curves Pools gehören.'],
    ['Wenigste Unterschriften', 'Die kleinste Zahl verschiedener Schlüssel, die es zusammen können, über alle Wege hinweg. Ein Safe verlangt eine bestimmte Zahl seiner Eigentümer; wer in mehreren Safes sitzt, unterschreibt einmal; ein Modul eines Safes braucht keine Unterschrift. Jede Verbindung wird geprüft; sind es mehr als 300, auf die es ankommt, bleiben die kleinsten, und die Zahl ist eine Schranke.'],
    ['Zeit zum Gehen', 'Die Wartezeiten der Timelocks auf diesem Weg, zusammengezählt. Ist ein anderer Weg der schnellste, steht er daneben. Wie lange eine Abstimmung dauert, ist nicht enthalten; auch nicht, wie lange Halter von stETH eine Entscheidung aufschieben können.'],
    ['Durch Abstimmung', 'Bei einem Governor endet ein Weg; ebenso bei Aragons Voting, beim Chief von MakerDAO und bei Aaves Governance. Wie wenige Delegierte dort eine Abstimmung gewinnen, ist eine Frage der Stimmmacht. Trägt ein Schlüssel den Hut (hat) des Chiefs, so braucht er keine weitere Abstimmung und zählt als Schlüssel; trägt ihn ein Spell, der einmal tut, worüber abgestimmt wurde, so ist das nicht mehr als diese Abstimmung. Wer bestimmen darf, wessen Stimmen zählen, entscheidet auch ohne sie.'],
    ['Höchstens', 'Ein Schritt, der sich nicht lesen ließ, ist eine Lücke. Niemand weiß, was dahinter liegt: Eine Zahl mit einer Lücke auf dem Weg sagt „höchstens“, und wo sonst nichts bekannt ist, heißt es „nicht lesbar“. Nie heißt es „niemand“.'],
    ['Was geglaubt wird', 'Ein Contract antwortet für sich selbst, und ein böswilliger kann lügen; einem, der auf alles antwortet, wird nicht geglaubt. Was eine Rolle erlaubt, steht nur im Code; wer eine hat, die weder ein Log noch eine Liste nennt (DSRoles, der erste Ward älterer Contracts), ist eine Lücke. Entscheidet der Code eines Proxys selbst, wer ihn austauschen darf (UUPS), so gilt, wie üblich, der Eigentümer, ein Ward oder wer UPGRADER_ROLE hat oder vergibt. Ein Schlüssel kann mehreren Menschen gehören oder unter ihnen aufgeteilt sein; das zeigt keine Chain.'],
  ],
} as const

/** How the control map is read, and what its figures mean. */
export function Keys({ locale }: { locale: Locale }) {
  return (
    <Section id="control" title={sections.control[locale]}>
      <dl className={styles.entries}>
        {principles[locale].map(([name, text]) => <div key={name} className={styles.entry}><dt>{name}</dt><dd>{text}</dd></div>)}
      </dl>
    </Section>
  )
}
