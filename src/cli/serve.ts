/** `recount serve`: opens the picture in a browser. Loopback unless told otherwise; beyond it, a token is asked for. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { Command, InvalidArgumentError } from 'commander'
import { loadAssets } from '../engine/assets.ts'
import { elsewhere } from '../engine/elsewhere.ts'
import type { Gathered } from '../engine/gather.ts'
import type { Progress } from '../engine/source.ts'
import { files } from '../ingest/files.ts'
import { type Diagnostic, UserError } from '../model/diagnostic.ts'
import { cacheOption, complain, NOTHING_READ, ownPlaces, placesOption } from './options.ts'
import { progress } from './progress.ts'

interface ServeOptions {
  readonly port: number
  readonly host: string
  readonly open: boolean
  readonly tiles?: string
  readonly places: readonly string[]
  readonly cache: boolean
}

export function serve(): Command {
  return new Command('serve')
    .description('open the picture of some reports in a browser')
    .argument('<path...>', 'files and folders, as for `recount read`')
    .option('--port <number>', 'port to listen on; 0 takes a free one', parsePort, 0)
    .option('--host <address>', 'address to listen on; anything but loopback asks for a token', '127.0.0.1')
    .option('--no-open', 'do not start a browser')
    .addOption(placesOption())
    .addOption(cacheOption())
    .option('--tiles <file>', 'a map to draw under the marks: a PMTiles file, or an address with {z}, {x} and {y}')
    .addHelpText('after', '\nExample:\n  recount serve examples/mosul --port 4000 --no-open')
    .action(async (paths: string[], { port, host, open, places, cache, tiles: given }: ServeOptions) => {
      // A wrong map or table is said before anything is read.
      await ownPlaces(places)
      const tiles = given === undefined ? undefined : await (await import('../server/tiles.ts')).openTiles(given)
      const assets = loadAssets()
      const piped = paths.includes('-')
      if (!piped && !(await isAnything(paths))) nothing((await gathered(paths)).diagnostics)
      const thread = elsewhere({ cache })
      let far = { done: 0, total: 0 }
      const bar = progress('reading')
      const onProgress = ({ done, total }: Progress) => {
        far = { done, total }
        bar.step(done, total)
      }
      const reading = async () => {
        const opened = await thread.open(paths, {
          ...(piped && { gathered: await gathered(paths) }),
          places,
          onProgress,
        })
        if (opened.empty) nothing(opened.diagnostics)
        return opened
      }
      const coming = reading()
      // Looked at below, when there is somebody to be told.
      coming.catch(() => {})
      const [{ serve: listen }, { createApp }, { LOOPBACK }] = await Promise.all([
        import('@hono/node-server'),
        import('../server/app.ts'),
        import('../server/guards.ts'),
      ])
      const token = isLoopback(host) ? undefined : randomBytes(18).toString('base64url')
      const hosts = token ? undefined : [...LOOPBACK, host]
      const app = createApp(coming, assets, { token, hosts, tiles, progress: () => far })
      const server = listen({ fetch: app.fetch, port, hostname: host }, (at) => {
        const address = `http://${host.includes(':') ? `[${host}]` : host}:${at.port}/${token ? `?token=${token}` : ''}`
        console.log(`The picture is at ${address} (Ctrl+C stops it)`)
        if (open) openBrowser(address)
      })
      const stop = () => server.close(() => process.exit(0))
      process.once('SIGINT', stop)
      process.once('SIGTERM', stop)
      try {
        await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
          throw notListening(host, port, error)
        })
        const project = await coming
        bar.stop()
        complain(project.diagnostics)
      } catch (error) {
        bar.stop()
        server.close()
        await thread.stop()
        throw error
      }
    })
}

/** Is there a file to read? What is in it only reading tells. */
async function isAnything(paths: readonly string[]): Promise<boolean> {
  for await (const found of files(paths)) if ('path' in found) return true
  return false
}

/** The reports under the paths. */
const gathered = async (paths: readonly string[]): Promise<Gathered> =>
  (await import('../engine/gather.ts')).gather(paths)

/** There is no report. Throws `UserError`, after what is wrong with each file has been said. */
function nothing(diagnostics: readonly Diagnostic[]): never {
  complain(diagnostics)
  throw new UserError('serve/nothing', NOTHING_READ)
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'something else listens there',
  EACCES: 'you may not listen there',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'there is no such host',
}

const notListening = (host: string, port: number, { code, message }: NodeJS.ErrnoException): UserError =>
  new UserError('serve/not-listening', `The server cannot listen: ${REASONS[code ?? ''] ?? message}`, {
    path: `${host}:${port}`,
    hint: 'Give another --port (0 takes a free one) or --host.',
  })

function parsePort(value: string): number {
  const port = Number(value)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.')
  return port
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.')

/** Ask the desktop to open the address. Where there is none, the printed address is all there is. */
function openBrowser(address: string): void {
  const command = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open'
  spawn(command, [address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}
