/** How days, numbers and sources are written for people: see language/write.ts. */
export * from '../language/write.ts'
