/**
 * Files that are whole or not there: each is written beside its place under another name and moved when it is complete.
 *
 *     .picture.json.part ─▶ picture.json
 *
 * Whoever stops the program, or fills the disk, leaves the files of the run before as they were.
 */
import { access, constants, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeAll } from '../engine/folders.ts'
import { UserError } from '../model/diagnostic.ts'

/** A file by its name in the folder, with its contents, whole or in pieces. */
export type OutputFile = readonly [name: string, text: string | Iterable<string>]

/** Make the folder, before any work is done for it. Throws `UserError` when it cannot be written to. */
export async function makeFolder(dir: string): Promise<void> {
  try {
    await makeAll(dir)
    await access(dir, constants.W_OK)
  } catch (error) {
    throw notWritten(dir, error)
  }
}

/** Write all files, or none of them. Throws `UserError` when they cannot be written; what was there before then still is. */
export async function writeFiles(dir: string, files: readonly OutputFile[]): Promise<void> {
  const part = (name: string): string => join(dir, `.${name}.part`)
  try {
    for (const [name, text] of files) await writeFile(part(name), text)
    for (const [name] of files) await rename(part(name), join(dir, name))
  } catch (error) {
    for (const [name] of files) await rm(part(name), { force: true }).catch(() => {})
    throw notWritten(dir, error)
  }
}

const notWritten = (dir: string, error: unknown): UserError =>
  new UserError('out/not-written', `The output could not be written: ${reasonOf(error)}`, {
    path: dir,
    hint: 'Choose a folder that you may write to, on a disk with room, with --out.',
  })

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk is read-only',
  EEXIST: 'it is a file, not a folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  ENOENT: 'there can be no folder',
  ENOSPC: 'the disk is full',
  EFBIG: 'a file would be larger than you may write',
  EDQUOT: 'your quota of the disk is used up',
  ENAMETOOLONG: 'the name is too long',
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return REASONS[code ?? ''] ?? message
}
