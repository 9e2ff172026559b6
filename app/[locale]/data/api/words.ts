import type { Text } from '@/lib/domain/text'
import type { ProblemKind } from '@/lib/publish/problem'

/** What the page of the API says. */
export const apiWords = {
  title: { en: 'The API', de: 'Die API' },
  lead: {
    en: 'Read only, free, without a key, open to any page. Version 1 stands under /api/v1.',
    de: 'Nur zum Lesen, kostenlos, ohne Schlüssel, offen für jede Seite. Version 1 steht unter /api/v1.',
  },
  en: {
    rules: 'What holds for all of it',
    rulesText: [
      'Each answer is JSON with data, meta and links. meta says on which block the figures rest, with its hash and time, the lens, the audit, the method, the licence and a citation.',
      'Amounts are strings, exact to the smallest unit. Addresses may be written in any case and come out as EIP-55. Times are UTC.',
      'Long lists have a limit, and links.next leads to the next page. All pages of a list belong to the block of the first one, also when a newer snapshot arrives in between.',
      'What is fixed to a block may be kept for ever; the newest changes with the next snapshot. Send ETag back as If-None-Match, and what has not changed is not sent again.',
      'RateLimit says how many requests are left and for how many seconds. Who asks too often gets 429, and Retry-After says how long to wait.',
    ],
    document: 'The same for programs: OpenAPI 3.1',
    problems: 'When something is wrong',
    problemsLead: 'Errors are problem documents (RFC 9457, application/problem+json): detail says what to do, errors says where in the request.',
  },
  de: {
    rules: 'Was für alles gilt',
    rulesText: [
      'Jede Antwort ist JSON mit data, meta und links. In meta steht, auf welchem Block die Zahlen beruhen, mit Hash und Zeit, dazu Sicht, Prüfung, Methode, Lizenz und Zitat.',
      'Beträge sind Zeichenketten, genau bis zur kleinsten Einheit. Adressen dürfen groß oder klein geschrieben sein und kommen als EIP-55 zurück. Zeiten sind UTC.',
      'Lange Listen haben ein limit, und links.next führt zur nächsten Seite. Alle Seiten einer Liste gehören zum Block der ersten, auch wenn dazwischen ein neuerer Stand eintrifft.',
      'Was zu einem Block gehört, darf für immer behalten werden; das Neueste ändert sich mit dem nächsten Stand. Wer den ETag als If-None-Match zurückschickt, bekommt Unverändertes nicht noch einmal.',
      'In RateLimit steht, wie viele Anfragen noch frei sind und für wie viele Sekunden. Wer zu oft fragt, bekommt 429, und Retry-After sagt, wie lange zu warten ist.',
    ],
    document: 'Dasselbe für Programme: OpenAPI 3.1',
    problems: 'Wenn etwas nicht stimmt',
    problemsLead: 'Fehler kommen als Problemdokument (RFC 9457, application/problem+json): detail sagt, was zu tun ist, errors, wo in der Anfrage.',
  },
} as const

/** What a kind of problem means. */
export const problemTexts: Readonly<Record<ProblemKind, Text>> = {
  invalidRequest: { en: 'The request cannot be read: a parameter is missing, unknown, given twice or has a value that is not offered.', de: 'Die Anfrage ist nicht lesbar: Ein Parameter fehlt, ist unbekannt, steht doppelt da oder hat einen Wert, den es nicht gibt.' },
  notFound: { en: 'The request can be read, but what it asks for is not there.', de: 'Die Anfrage ist lesbar, aber das Gesuchte gibt es nicht.' },
  methodNotAllowed: { en: 'Nothing can be changed here: ask with GET.', de: 'Hier lässt sich nichts ändern: mit GET fragen.' },
  tooManyRequests: { en: 'Too many requests: wait as long as Retry-After says.', de: 'Zu viele Anfragen: so lange warten, wie Retry-After sagt.' },
  failed: { en: 'The server failed; its log says what happened.', de: 'Auf dem Server ist etwas fehlgeschlagen; was geschehen ist, steht in seinem Protokoll.' },
  notImplemented: { en: 'This form is not offered; detail names those that are.', de: 'Diese Form gibt es nicht; detail nennt die vorhandenen.' },
  unavailable: { en: 'The database does not answer: ask again in a minute.', de: 'Die Datenbank antwortet nicht: in einer Minute noch einmal fragen.' },
}

/** Parameters in German; in English their schemas say it. One that is not here is shown in English. */
export const germanParameters: Readonly<Record<string, string>> = {
  slug: 'Das Wort eines Protokolls, aus /protocols',
  protocol: 'Das Wort eines Protokolls, aus /protocols',
  lens: 'Was als Halter zählt',
  pool: 'Der LP-Token eines Pools des Protokolls statt seines eigenen Tokens',
  block: 'Ein Block, zu dem es einen Stand gibt; ohne Angabe der neueste',
  from: 'Erster Tag',
  to: 'Letzter Tag',
  metric: 'Kennungen von Maßen, durch Kommas getrennt; ohne Angabe alle',
  limit: 'Zeilen einer Seite',
  cursor: 'Wo die vorige Seite endete, aus links.next: Alle Seiten gehören zu einem Block',
  address: 'Groß oder klein geschrieben',
}
