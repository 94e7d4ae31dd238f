/** Operations found in the reports, as chips: one click keeps map and lists to one of them. */
import type { Picture } from '../../src/model/picture.ts'
import { operation } from './state.ts'

/** Chips shown; the rest is in a menu. */
const CHIPS = 4

export function Operations({ picture: { operations } }: { picture: Picture }) {
  if (operations.length === 0) return null
  const ranked = operations.toSorted((a, b) => b.claims.length - a.claims.length)
  const rest = ranked.slice(CHIPS).toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
  const chosen = operation.value
  return (
    <fieldset class="operations">
      <legend>Operations</legend>
      <button type="button" aria-pressed={chosen === null} onClick={() => (operation.value = null)}>
        All
      </button>
      {ranked.slice(0, CHIPS).map(({ id, name, reason }) => (
        <button
          type="button"
          key={id}
          title={reason}
          aria-pressed={chosen === id}
          onClick={() => (operation.value = chosen === id ? null : id)}
        >
          {name}
        </button>
      ))}
      {rest.length > 0 && (
        <select
          aria-label="More operations"
          value={rest.some(({ id }) => id === chosen) ? chosen! : ''}
          onChange={(event) => (operation.value = event.currentTarget.value || null)}
        >
          <option value="">{rest.length} more …</option>
          {rest.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  )
}
