import { readFileSync } from 'node:fs'

/** Where the package lies: the folder that holds data/, models/ and dist/. */
export const HOME = new URL('../../', import.meta.url)

/** The version that package.json gives. */
export const version = (): string => JSON.parse(readFileSync(new URL('package.json', HOME), 'utf8')).version
