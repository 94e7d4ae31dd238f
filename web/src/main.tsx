/** Starts the app: takes the view from the address, loads the data, mounts. */
import { render } from 'preact'
import { App } from './app.tsx'
import { loadData } from './data.ts'
import { listen } from './keys.ts'
import { followAddress, show } from './state.ts'
import './style.css'

const root = document.getElementById('app')!
followAddress()
listen()
loadData().then(
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
