/**
 * Who may ask. Three guards, each for a way in that loopback alone does not close:
 *
 *     hostsOnly   a foreign name that was made to point at this machine (DNS rebinding)
 *     sameSite    a foreign page that posts a form here, which browsers send without asking
 *     guard       anybody on the network, once the server is bound beyond loopback
 */
import { timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'

/** Names of this machine that never leave it. */
export const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

const refused = (code: string, message: string, hint?: string) => ({ error: { code, message, ...(hint && { hint }) } })

/** Answer only to these host names, whatever the port. */
export function hostsOnly(names: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const host = (c.req.header('host') ?? new URL(c.req.url).host).replace(/:\d+$/, '').toLowerCase()
    if (names.includes(host)) return next()
    return c.json(refused('request/host', `This server does not answer to the name "${host}".`), 421)
  }
}

/** Refuse what another site's page sends here. Programs send neither header and are let through. */
export function sameSite(): MiddlewareHandler {
  return async (c, next) => {
    const from = c.req.header('origin')
    const own = new URL(c.req.url).host
    const foreign = c.req.header('sec-fetch-site') === 'cross-site' && c.req.method !== 'GET'
    const other = from !== undefined && (!URL.canParse(from) || new URL(from).host !== (c.req.header('host') ?? own))
    if (foreign || (other && c.req.method !== 'GET'))
      return c.json(refused('request/foreign', 'Another site may not change the picture.'), 403)
    return next()
  }
}

/** Let nobody in without the token; compared in constant time. */
export function guard(token: string): MiddlewareHandler {
  const right = Buffer.from(token)
  return async (c, next) => {
    const said = Buffer.from(c.req.header('authorization')?.replace(/^Bearer /, '') ?? c.req.query('token') ?? '')
    if (said.length === right.length && timingSafeEqual(said, right)) return next()
    const hint = 'Open the address that `recount serve` printed.'
    return c.json(refused('request/token', 'This server wants its token.', hint), 401)
  }
}
