/** A button that puts words on the clipboard and says that it did. */
import { useEffect, useState } from 'preact/hooks'

/** Milliseconds for which the button says so. */
const SAID = 2500

/** `words` are asked for when they are wanted. */
export function Copy({ label, words }: { label: string; words: () => string }) {
  const [said, say] = useState('')
  useEffect(() => {
    if (said === '') return
    const rest = setTimeout(() => say(''), SAID)
    return () => clearTimeout(rest)
  }, [said])
  return (
    <>
      <button
        type="button"
        class="plain copy"
        onClick={() => void copy(words()).then((done) => say(done ? 'Copied' : 'The browser does not allow it'))}
      >
        {label}
      </button>
      <span role="status">{said}</span>
    </>
  )
}

/** Puts text on the clipboard; where the page was not reached safely, by the older way. Answers whether it could. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const give = (event: ClipboardEvent): void => {
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
    }
    document.addEventListener('copy', give, { once: true })
    const done = document.execCommand('copy')
    document.removeEventListener('copy', give)
    return done
  }
}
