/** Processor time of this thread's work: a bound on it holds on a busy machine, one on the clock does not. */

/** Processor seconds that some work takes. */
export function seconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
