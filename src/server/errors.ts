/** What is answered to whoever asks for what is not there, and when something goes wrong: `{ error: { code, message, hint? } }`. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { UserError } from '../model/diagnostic.ts'

export const unknown = (c: Context): Response =>
  c.json({ error: { code: 'request/unknown', message: `There is nothing at ${c.req.path}.` } }, 404)

/** A user's mistake is told as it is; of a defect the log alone says why. */
export function failed(error: Error, c: Context): Response {
  if (error instanceof UserError)
    return c.json({ error: { code: error.code, message: error.message, hint: error.hint } }, 400)
  if (error instanceof HTTPException)
    return c.json({ error: { code: 'request/invalid', message: `${error.message}.` } }, error.status)
  console.error(error)
  return c.json({ error: { code: 'server/failed', message: 'The server failed to answer; its log says why.' } }, 500)
}
