/** The sheet of keys, opened by `?`, and the switch for single-letter keys (WCAG 2.1.4). */
import { KEYS, lettersOn } from './keys.ts'

/** Keys whose names are not what stands on them. */
const CAPS: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' }

export function Help() {
  return (
    <dialog id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">Keys</h2>
      <dl>
        {KEYS.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key} aria-label={key}>
                  {CAPS[key] ?? key}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>Enter</kbd>
          </dt>
          <dd>open the evidence</dd>
        </div>
      </dl>
      <label>
        <input
          type="checkbox"
          defaultChecked={lettersOn()}
          onChange={(event) => localStorage.setItem('recount-keys', event.currentTarget.checked ? 'on' : 'off')}
        />{' '}
        single-letter keys
      </label>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  )
}
