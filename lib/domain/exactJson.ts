/** Words of JSON that begin like a number, and strings, in which a number is none. */
const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g

/**
 * Parses JSON with every number as the text that was written: JavaScript's own numbers would lose the digits beyond the 16th or 17th.
 *
 * @throws SyntaxError for what is no JSON, as where an answer was cut
 * @example parseExactJson('{"vp": 2755022.07144289561234}') // { vp: '2755022.07144289561234' }
 */
export const parseExactJson = (text: string): unknown => JSON.parse(text.replace(stringOrNumber, (word) => (word[0] === '"' ? word : `"${word}"`)))
