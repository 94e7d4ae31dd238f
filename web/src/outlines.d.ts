/** Made by `web/outlines.ts` when the app is built: the world as vector tiles in base64, by "z/x/y". */
declare module 'virtual:outlines' {
  const tiles: Readonly<Record<string, string>>
  export default tiles
}
/** Where each country lies (`web/countries.ts`). */
declare module 'virtual:countries' {
  const countries: import('./countries.ts').Countries
  export default countries
}
