/** Starts the app: takes the view from the address, loads the data, mounts. */
import { render } from 'preact'
import { App } from './app.tsx'
import { loadData, type Reading } from './data.ts'
import { listen } from './keys.ts'
import { mapLibrary } from './map-loading.ts'
import { followAddress, show } from './state.ts'
import './style.css'

const root = document.getElementById('app')!
followAddress()
listen()
loadData(waiting).then(
  (data) => {
    show(data)
    document.title = `${data.name} · Recount`
    root.textContent = ''
    render(<App />, root)
  },
  (error: Error) => {
    root.textContent = `Recount could not load its data. ${error.message}`
  },
)

/** Say on the sheet that stands in for the picture how far the reading is, and fetch what its map will need meanwhile. */
function waiting(far: Reading | null): void {
  // Without it the picture says so itself.
  mapLibrary().catch(() => {})
  const bar = root.querySelector('progress')
  const words = root.querySelector('[role=status]')
  if (!far || !bar || !words) return
  bar.max = far.total
  bar.value = far.done
  words.textContent = `Reading the reports: ${far.done} of ${far.total} …`
}
