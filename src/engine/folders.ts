/** Folders that are made where they are missing. */
import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * A folder and those above it; the new ones with these rights. Node's own `recursive` never ends where a folder takes no
 * others, as /proc does. Rejects as `mkdir` does.
 */
export async function makeAll(dir: string, mode?: number): Promise<void> {
  try {
    await mkdir(dir, mode)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && (await stat(dir)).isDirectory()) return
    if (code !== 'ENOENT' || dirname(dir) === dir) throw error
    await makeAll(dirname(dir), mode)
    await mkdir(dir, mode)
  }
}
