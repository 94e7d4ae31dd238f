/** Diagnostics: what went wrong or is doubtful in one report, while the rest went on. */
import type { Span } from './span.ts'

/** `code` is stable and namespaced ("ingest/encoding", "time/source-error"); `message` says what and what was done. */
export interface Diagnostic {
  readonly code: string
  readonly severity: 'info' | 'warning' | 'error'
  readonly message: string
  readonly report?: string
  readonly file?: string
  readonly span?: Span
}

/** A user's mistake: one class, a stable code, where, and what to do next. Programmers' mistakes throw `RangeError`. */
export class UserError extends Error {
  readonly code: string
  readonly path: string | undefined
  readonly hint: string | undefined
  constructor(code: string, message: string, options: { path?: string; hint?: string } = {}) {
    super(message)
    this.name = 'UserError'
    this.code = code
    this.path = options.path
    this.hint = options.hint
  }
}
