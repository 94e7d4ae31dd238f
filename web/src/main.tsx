/** Starts the app: takes the view from the address, loads the data, mounts. */
import { render } from 'preact'
import { App } from './app.tsx'
import { arrive } from './arrival.ts'
import { loadData, type Reading, served } from './data.ts'
import { listen } from './keys.ts'
import { fetchMapLibrary, mapLibrary } from './map-loading.ts'
import { followAddress, tab } from './state.ts'
import './style/index.css'

/** Milliseconds in which a picture that is there arrives. */
const SOON = 200

const root = document.getElementById('app')!
followAddress()
listen()
// What the map needs is run while the reports are still being read, or after the picture in words where they have been;
// where it fails the map says so itself.
const mapped = served() && tab.value === 'picture'
if (mapped) fetchMapLibrary()
const meanwhile = setTimeout(() => {
  if (mapped) mapLibrary().catch(() => {})
}, SOON)
loadData(waiting).then(
  (data) => {
    clearTimeout(meanwhile)
    arrive(data)
    document.title = `${data.name} · Recount`
    root.textContent = ''
    render(<App />, root)
  },
  (error: Error) => {
    root.textContent = ''
    render(<Failed message={error.message} />, root)
  },
)

function Failed({ message }: { message: string }) {
  return (
    <main class="failed">
      <div role="alert">
        <h1>There is no picture to show</h1>
        <p>{message}</p>
      </div>
      <button type="button" onClick={() => location.reload()}>
        Try again
      </button>
    </main>
  )
}

/** Say on the sheet that stands in for the picture how far the reading is. */
function waiting(far: Reading | null): void {
  const bar = root.querySelector('progress')
  const words = root.querySelector('[role=status]')
  if (!far || !bar || !words) return
  bar.max = far.total
  bar.value = far.done
  words.textContent = `Reading the reports: ${far.done} of ${far.total} …`
}
