import { createRandom } from './corpus.ts'

/**
 * The milliseconds this machine takes, right now, to parse a fixed text of about 4 MB as JSON: J. Machines differ and
 * are disturbed; what is given in J can be compared between them.
 */
export function calibrate(): number {
  const text = calibrationText()
  return median(Array.from({ length: 9 }, () => timed(() => JSON.parse(text) as unknown)))
}

/** Milliseconds that something takes. */
export function timed(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

/** Milliseconds of processor time that something takes: other programs disturb it less. */
export function busy(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The middle of some figures. */
export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

/** The figure that `share` percent of the others do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((share / 100) * sorted.length) - 1)] ?? 0
}

let text: string | undefined

function calibrationText(): string {
  if (text !== undefined) return text
  const random = createRandom(4)
  const rows = Array.from({ length: 9_000 }, (_, row) => ({
    id: row,
    title: `Record ${row}`,
    body: Array.from({ length: 60 }, () => Math.floor(random() * 36 ** 5).toString(36)).join(' '),
  }))
  text = JSON.stringify(rows)
  return text
}
