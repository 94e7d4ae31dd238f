/** Where the package lies: the folder that holds data/, models/ and dist/. */
export const HOME = new URL('../../', import.meta.url)
