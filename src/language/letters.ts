/**
 * Letters for regular expressions, without the classes of Unicode: `\p{L}` and its like take milliseconds to set up in each
 * expression that has them, and more where they are repeated or taken without regard to case.
 *
 *     "SAYÉDA Şam - Rebels"  ─ plainLetters ─▶  "SAYÉDA Éam - Rebels"     an expression asks for [A-ZÉ] and [A-Za-zÉé]
 *
 * Scripts without case count as small letters. Letters beyond the first 65,536 characters are not looked at.
 */

/** What is no letter, as the inside of a class: space, digits, marks of ASCII and Latin, and typographic marks. */
export const MARKS = String.raw`\s\d!-/:-@[-\x60{-\xbf×÷\u2010-\u206f`

const BEYOND = /[\x80-\uffff]/g

/** The text with every letter beyond ASCII as É or é: as long as it was, offsets hold. */
export const plainLetters = (text: string): string => text.replace(BEYOND, plain)

const plain = (letter: string): string => (/\p{Lu}/u.test(letter) ? 'É' : /\p{L}/u.test(letter) ? 'é' : letter)
