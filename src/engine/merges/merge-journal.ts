import { join } from 'node:path'
import { newId } from '../../core/history/ids.ts'
import { arrivingFrom } from '../../core/merge/arrivals.ts'
import type { EngineEnvironment } from '../environment.ts'
import { readFile } from '../file/read-file.ts'
import { removeQuietly } from '../file/temporary-file.ts'
import type { Merged, Workspace } from '../workspace.ts'
import { decodeMerge, encodeMerge, type MergeRecord } from './merge-record.ts'
import { countText } from './standing-text.ts'

/** So many merges, and so many ids of their changes in all, are kept; the oldest go first. */
const MOST_MERGES = 500
const MOST_CHANGES = 1_000_000

/** The merges of one workspace on this computer, newest first. What a merge brought is in the log; that it was a merge is only here. */
export type MergeJournal = {
  readonly list: () => Promise<readonly MergeRecord[]>
  readonly find: (id: string) => Promise<MergeRecord | undefined>
  /** Takes note of a merge that has just been done. */
  readonly add: (merged: Merged) => Promise<void>
  /** Changes what is kept of a merge: taken back or not, texts put back or let go. */
  readonly change: (id: string, change: (record: MergeRecord) => MergeRecord) => Promise<void>
}

/**
 * Opens the journal of merges. Each merge is a file of its own in the app's folder, written whole or not at all: two
 * programs that merge at the same time do not meet, and damage costs one merge its place in the list.
 *
 * What cannot be written stays known for this run: a full disk keeps nobody from merging.
 */
export function openMergeJournal(environment: EngineEnvironment, workspace: Workspace): MergeJournal {
  const folder = join(environment.dataFolder, 'merges', workspace.store.header.id)
  let records: readonly MergeRecord[] = []
  let queue: Promise<unknown> = readAll(environment, folder).then((found) => {
    records = found
  })

  function enqueue<T>(act: () => Promise<T> | T): Promise<T> {
    const result = queue.then(act)
    queue = result.catch(() => undefined)
    return result
  }

  async function write(record: MergeRecord): Promise<void> {
    await environment.host.fs.makeFolder(folder).catch(() => undefined)
    await environment.writeFile(pathOf(folder, record.id), encodeMerge(record), { force: true })
  }

  async function prune(): Promise<void> {
    let changes = 0
    const [kept, gone]: [MergeRecord[], MergeRecord[]] = [[], []]
    for (const record of records) {
      changes += record.changes.length
      const isOpen = record.undone === null && record.swallowed.some(({ state }) => state === 'open')
      if (isOpen || (kept.length < MOST_MERGES && changes <= MOST_CHANGES) || kept.length === 0) kept.push(record)
      else gone.push(record)
    }
    records = kept
    for (const { id } of gone) await removeQuietly(environment.host.fs, pathOf(folder, id))
  }

  return {
    list: () => enqueue(() => records),
    find: (id) => enqueue(() => records.find((record) => record.id === id)),
    add(merged) {
      // In the same breath as the merge: the log as the merge left it says what stood where.
      const record = recordOf(environment, workspace, merged)
      return enqueue(async () => {
        records = [record, ...records]
        await write(record)
        await prune()
      })
    },
    change: (id, change) =>
      enqueue(async () => {
        const found = records.find((record) => record.id === id)
        if (!found) return
        const changed = change(found)
        records = records.map((record) => (record.id === id ? changed : record))
        await write(changed)
      }),
  }
}

function recordOf(
  environment: EngineEnvironment,
  workspace: Workspace,
  { changes, arrivals, report, how, from }: Merged,
): MergeRecord {
  const { swallowed, ...counts } = report
  return {
    id: newId(environment.ports),
    at: environment.ports.nowMillis(),
    how,
    from,
    by: arrivingFrom(changes),
    report: counts,
    swallowed: swallowed.map((lost) => ({ ...lost, state: 'open', stood: countText(workspace, lost) })),
    changes: changes.map(({ id }) => id),
    created: arrivals.flatMap(({ id, fate }) => (fate === 'new' ? [id] : [])),
    // Every stamp made here from now on is later than all that the clock has seen.
    upTo: workspace.clock.next(),
    undone: null,
  }
}

function pathOf(folder: string, id: string): string {
  return join(folder, `${id}.merge`)
}

async function readAll({ host: { fs } }: EngineEnvironment, folder: string): Promise<readonly MergeRecord[]> {
  const names = await fs.list(folder).catch(() => [])
  const found: MergeRecord[] = []
  for (const name of names) {
    if (!name.endsWith('.merge')) continue
    const read = await readFile(fs, join(folder, name))
    const record = read.ok ? decodeMerge(read.value.bytes) : undefined
    if (record) found.push(record)
  }
  return found.sort((a, b) => b.at - a.at || (a.upTo < b.upTo ? 1 : -1))
}
