/** Loads the codebook: frames, word classes, cues of modality, codes, and the weights that weigh them. */
import { existsSync, readFileSync } from 'node:fs'
import { type ClaimModel, claimModel, EMPTY_MODEL } from '../knowledge/claim-model.ts'
import { readClaimNet } from '../knowledge/claim-net.ts'
import { type Codebook, readCodebook } from '../knowledge/codebook.ts'
import { type Codes, readCodes } from '../knowledge/codes.ts'
import { type Cues, readCues } from '../knowledge/cues.ts'
import { type WhoModel, whoModel } from '../knowledge/who-model.ts'
import { readVectors, type Vectors } from '../language/vectors.ts'
import { unpack } from '../language/weights.ts'
import { readPacked } from './packed.ts'

/** The frame tables, in the order their frames are tried. */
const FRAMES = ['conflict.tsv', 'control.tsv', 'displacement.tsv', 'politics.tsv', 'disaster.tsv']

/** Everything the reading of control, events and codes needs to know. */
export interface CodebookPack {
  readonly codebook: Codebook
  readonly cues: Cues
  readonly codes: Codes
  readonly claimModel: ClaimModel
  readonly whoModel: WhoModel | null
}

/** Read data/codebook/ and the weights of models/ that read with it under `home`. Without the weights nothing is told. */
export function loadCodebook(home: URL): CodebookPack {
  const folder = new URL('data/codebook/', home)
  const table = (file: string) => ({ file: `data/codebook/${file}`, text: readFileSync(new URL(file, folder), 'utf8') })
  const codebook = readCodebook(FRAMES.map(table), table('classes.tsv'))
  const cues = table('modality.tsv')
  const codes = table('codes.tsv')
  const weights = new URL('models/claims.br', home)
  const who = new URL('models/who.br', home)
  const net = new URL('models/claims-net.zst', home)
  return {
    codebook,
    cues: readCues(cues.text, cues.file),
    codes: readCodes(codes.text, codes.file, new Set([...codebook.classes.values()].flat())),
    claimModel: existsSync(weights)
      ? claimModel(
          unpack(readPacked(weights)),
          existsSync(net) ? readClaimNet(readPacked(net), loadVectors(home)) : null,
        )
      : EMPTY_MODEL,
    whoModel: existsSync(who) ? whoModel(unpack(readPacked(who))) : null,
  }
}

/** Word vectors, as made by scripts/build-vectors.ts. */
export const loadVectors = (home: URL): Vectors => readVectors(readPacked(new URL('models/vectors.zst', home)))
