/** How days, numbers, sources and what is counted are written for people: see language/write.ts and reconcile/summaries.ts. */
export * from '../language/write.ts'
export { writeCounted, writeFigure } from '../reconcile/summaries.ts'
