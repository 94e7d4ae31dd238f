/** Testimonies: the claims about one thing, told apart by who says so through which origin. */
import { type Claim, type Modality, SPEECH_ACTS } from '../model/claim.ts'
import type { Testimony } from '../model/picture.ts'
import type { Day } from '../model/report.ts'
import { type Account, grouped } from './account.ts'
import { greatest, hull, least } from './days.ts'
import type { Fates } from './fate.ts'

/** What every part of reconciling is given besides its accounts. */
export interface Setting {
  readonly fates: Fates
  /** Reference of an origin by its name. */
  readonly originRef: ReadonlyMap<string, string>
  /** Name of an origin by its reference. */
  readonly originName: ReadonlyMap<string, string>
  /** The day the picture is drawn: `asOf`, else the newest report's. */
  readonly today: Day | null
}

/** Demanding, denying and taking back are done by saying so: that they were done is told as a fact. */
const isSpoken = (claim: Claim): boolean =>
  claim.kind === 'event' && SPEECH_ACTS.has(claim.type) && /^(?:demanded|denied|retracted)$/.test(claim.modality)

/** The mode under which a claim stands: what was withdrawn stands with what was asserted, and so does speech. */
export const stands = (claim: Claim): Modality =>
  isSpoken(claim) || claim.modality === 'retracted' ? 'asserted' : claim.modality

/** One testimony for each origin, speaker and modality, in order of publication. */
export function testimonies(accounts: readonly Account[], setting: Setting): Testimony[] {
  const groups = grouped(accounts, ({ origin, speaker, claim }) => `${origin.name}\n${speaker ?? ''}\n${stands(claim)}`)
  return Array.from(groups.values(), (group) => testimony(group, setting))
}

/** The testimony of accounts that share origin, speaker and modality. It stands while any of its claims stands. */
export function testimony(group: readonly Account[], { fates, originRef }: Setting): Testimony {
  const first = group[0]!
  const fate = group.map(({ claim }) => fates.of.get(claim.id))
  const fallen = fate.every((one) => one !== undefined) ? fate[0] : undefined
  return {
    origin: originRef.get(first.origin.name)!,
    speaker: first.speaker,
    claims: group.map(({ claim }) => claim.id),
    published: least(group.map(({ published }) => published)),
    modality: isSpoken(first.claim) ? 'asserted' : first.claim.modality,
    status: fallen?.status ?? 'stands',
    by: fallen?.by ?? null,
  }
}

/** What every item of the picture carries: its claims, the days they speak of, the day it was first known. */
export function basis(accounts: readonly Account[]) {
  return {
    claims: accounts.map(({ claim }) => claim.id),
    ...hull(accounts.map(({ claim }) => claim)),
    known: least(accounts.map(({ published }) => published)),
  }
}

/** References of the independent origins, in order of publication. */
export const originsOf = (list: readonly Testimony[]): string[] => [...new Set(list.map(({ origin }) => origin))]

/** Who says so, as a reader would be told: the speaker, else the origin. */
export function sayer(
  { speaker, origin }: Pick<Testimony, 'speaker' | 'origin'>,
  { originName }: Pick<Setting, 'originName'>,
): string {
  const outlet = originName.get(origin) ?? origin
  if (speaker === null) return outlet
  // Speakers without a name of their own are told by where they are quoted.
  return /^\p{Ll}/u.test(speaker) && !speaker.includes(' of ') && !/\p{Lu}/u.test(speaker)
    ? `${speaker}, in ${outlet}`
    : speaker
}

/** Whose word an account is, as a reader would be told. */
export const voiceOf = ({ speaker, origin }: Account, setting: Setting): string =>
  sayer({ speaker, origin: setting.originRef.get(origin.name)! }, setting)

/** The same of several, each once. */
export const voicesOf = (accounts: readonly Account[], setting: Setting): string =>
  [...new Set(accounts.map((account) => voiceOf(account, setting)))].join(', ')

/** The newest day anything in the list was published. */
export const newest = (accounts: readonly Account[]): Day | null => greatest(accounts.map(({ published }) => published))
