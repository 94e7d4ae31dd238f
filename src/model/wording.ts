/**
 * Wording: how a claim's own words bear on what may be built upon it, beyond its arguments.
 *
 *     The recaptured districts of Danu were shelled.     control, "recaptured": attribute, several
 *     Two of them died in the past week.                 figure: partial, share "some"
 *
 * Verdicts of the reader, found once from the parse, the mentions and a list of words; reconciling decides on
 * them and reads no text. What is not so is left out. docs/wording.md has a sentence for each.
 */
import type { Interval } from './interval.ts'
import type { Span } from './span.ts'

/** What words say of a claim, by the kinds of claims they are asked of. */
export const SIGNS = {
  /** Of any claim. */
  place: [
    'named', // the sentence has its place by name
  ],
  /** Of who has a place. */
  control: [
    'attribute', // "the recaptured districts": what kind of place it is, not what anybody does
    'unreal', // "operations to free Danu", "if Harat advanced": an aim or a condition
    'again', // "retook": it was theirs before
    'former', // "the former stronghold": no loss of that day
    'direct', // "entered the town of Danu": nothing stands between the verb and its place
    'part', // "a bridge in Danu": one part of the place
    'several', // "nine villages near Danu": other places around it, or several parts
    'beside', // "the countryside around Danu": not in it
    'partly', // "most of Danu": words that stop short of all of it
  ],
  /** Of what happened. */
  event: [
    'fighting', // "clashes": the words call it fighting
    'taken', // tells of a place that is taken, or of who is driven out
    'begins', // "launched": something sets in
  ],
  /** Of what is said, blamed and denied. */
  speech: [
    'blames', // lays a deed at somebody's door
    'accuses', // "accuses", not "is accused": whoever stands only before it does so
    'clears', // denies a deed
    'author', // the denial is of having done it
    'habitual', // "repeatedly": of no day in particular
    'negated', // its sentence denies, with "not", "rejected" and the like
    'loose', // its own words negate, hold off or suppose: nothing a denial would answer
    'disowned', // stands right behind "denied that"
    'answer', // "denies it": what was said last before
    'withdrawn statement', // "that statement": what is withdrawn stands elsewhere
    'told statement', // "the statement that": what is withdrawn is told again
    'pronoun', // "It later retracted": who withdraws is named before
  ],
  /** Of how many. */
  figure: [
    'partial', // of some only, of another time, or a count since replaced
    'contrast', // "a lower toll": set beside another count of the same thing
    'rose', // "rose to 40": grown within the report
    'set aside', // "13, not 16"
    'shared out', // "two died, one in Danu and the other in Kubela": no single place
    'settled', // its sentence speaks of a town or village: whose people are counted
    'elsewhere', // "the village of Sohl": of a place that no list has
    'nobody', // "a medic said": counts nothing anybody would ask for
    'own', // "25 of its fighters": the speaker's
    'had', // "Harat had 500 men": whoever bears arms and is named last before the number
    'mustered', // "the offensive involves 9,000 men": those who take part, of whatever armies
    'list', // "soldiers, police and guards": the counted are told one by one
  ],
} as const

export type Sign = (typeof SIGNS)[keyof typeof SIGNS][number]
export const SIDES = ['north', 'south', 'east', 'west'] as const
export type Side = (typeof SIDES)[number]

/** What the words of one claim say. */
export interface Wording {
  /** The sentence it stands in. */
  readonly sentence: Span
  /** Each once. */
  readonly signs: readonly Sign[]
  /** The sides its sentence names, and the one of them that it puts something in: "in the western half". */
  readonly sides?: readonly Side[]
  readonly side?: Side
  /** A word that stands for a place named before: a town ("the city"), or any ("the area", "there"). */
  readonly meant?: 'town' | 'place'
  /** The word by which it stops short of all of a place: "nearly". */
  readonly hedge?: string
  /** The one year its sentence names, when its days come from elsewhere and lie later. */
  readonly year?: string
  /** The time its sentence opens with, when its days come from elsewhere and lie later: "In 2004 a quake killed ...". */
  readonly opening?: Interval
  /** Who acts beside its actor: "along with the army". */
  readonly beside?: readonly string[]
  /** What somebody is blamed for or cleared of, as a summary calls it. */
  readonly deed?: string
  /** The number of a figure, where it is written out. */
  readonly number?: Span
  /** What a number is given for, as written: the rest of its phrase. */
  readonly counted?: Span
  /** The plural that a number counts, when its subject is their leader: "thousands of followers". */
  readonly followers?: string
  /** Part of those told before: "two of them", "another 12". */
  readonly share?: 'some' | 'other'
  /** Where "since the offensive began" ends: of all that happened since, wherever. */
  readonly since?: number
  /** Where "while" and "hours after" set one happening of the sentence apart from another. */
  readonly breaks?: readonly number[]
  /** Whose strikes its sentence tells of. */
  readonly strikers?: readonly string[]
}
