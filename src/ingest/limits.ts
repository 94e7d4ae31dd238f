/** How much is read of one thing, so that no input fills the memory. What is cut off is always said in a diagnostic. */

export const LIMITS = {
  /** Bytes read of one file; a line of JSONL may be as long. */
  bytes: 16_000_000,
  /** Characters kept of one report's text: about 50,000 words, a hundred pages. Reading weighs each claim against the whole report. */
  characters: 300_000,
  /** Characters read of one web page. */
  page: 8_000_000,
} as const
