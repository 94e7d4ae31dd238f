/** Loads the codebook: frames, word classes, cues of modality, codes, and the weights that weigh them. */
import { existsSync, readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { type ClaimModel, claimModel, EMPTY_MODEL } from '../knowledge/claim-model.ts'
import { type Codebook, readCodebook } from '../knowledge/codebook.ts'
import { type Codes, readCodes } from '../knowledge/codes.ts'
import { type Cues, readCues } from '../knowledge/cues.ts'
import { type WhoModel, whoModel } from '../knowledge/who-model.ts'
import { unpack } from '../language/weights.ts'

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

/** Read data/codebook/ and models/claims.br under `home`. Without the weights nothing is told. */
export function loadCodebook(home: URL): CodebookPack {
  const folder = new URL('data/codebook/', home)
  const table = (file: string) => ({ file: `data/codebook/${file}`, text: readFileSync(new URL(file, folder), 'utf8') })
  const codebook = readCodebook(FRAMES.map(table), table('classes.tsv'))
  const cues = table('modality.tsv')
  const codes = table('codes.tsv')
  const weights = new URL('models/claims.br', home)
  const who = new URL('models/who.br', home)
  return {
    codebook,
    cues: readCues(cues.text, cues.file),
    codes: readCodes(codes.text, codes.file, new Set([...codebook.classes.values()].flat())),
    claimModel: existsSync(weights) ? claimModel(unpack(brotliDecompressSync(readFileSync(weights)))) : EMPTY_MODEL,
    whoModel: existsSync(who) ? whoModel(unpack(brotliDecompressSync(readFileSync(who)))) : null,
  }
}
