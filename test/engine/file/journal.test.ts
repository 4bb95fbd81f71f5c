import { Buffer } from 'node:buffer'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Change } from '../../../src/core/history/change.ts'
import type { FileHost } from '../../../src/engine/file/host.ts'
import { type Journal, openJournal } from '../../../src/engine/file/journal.ts'
import { decodeJournal, encodeChanges, encodeOwner } from '../../../src/engine/file/journal-record.ts'
import { nodeFileSystem } from '../../../src/engine/file/node-file-system.ts'
import { readJournals } from '../../../src/engine/file/replay-journals.ts'
import { HEADER, stampOf, storyChanges } from '../../storage/stories.ts'
import { newFolder, testHost } from './desk.ts'
import { faultyFileSystem } from './faulty-file-system.ts'

const story = (index: number) => storyChanges(index)
const OWNER = { workspace: HEADER.id, run: 'matin', process: 4_001 }

const open: Journal[] = []

afterEach(async () => {
  for (const journal of open.splice(0)) await journal.close()
})

function journalIn(folder: string, run = 'matin', host: FileHost = testHost(), workspace = HEADER.id): Journal {
  const journal = openJournal(host, folder, workspace, run)
  open.push(journal)
  return journal
}

async function changesIn(folder: string): Promise<readonly Change[]> {
  return (await readJournals(testHost(), folder, HEADER.id)).changes
}

describe('a journal', () => {
  it('gives back every change of a run that ended without a save', async () => {
    const folder = newFolder()
    const journal = journalIn(folder)
    for (const index of [0, 1, 2]) expect(await journal.append(story(index))).toEqual({ ok: true, value: null })
    await journal.flush()
    expect(await changesIn(folder)).toEqual([0, 1, 2].flatMap(story))
  })

  it('is made durable by a flush, the file and its name in the folder, and not again while nothing is new', async () => {
    const fs = faultyFileSystem(nodeFileSystem)
    const journal = journalIn(newFolder(), 'matin', testHost(fs))
    await journal.append(story(0))
    expect(fs.calls.filter((call) => call.startsWith('sync'))).toEqual([])
    await journal.flush()
    await journal.flush()
    expect(fs.calls.filter((call) => call.startsWith('sync'))).toEqual(['sync', 'syncFolder'])
  })

  it('writes nothing until there is something to write', async () => {
    const folder = join(newFolder(), 'journals')
    const journal = journalIn(folder)
    await journal.append([])
    await journal.flush()
    await journal.clearUpTo(journal.mark())
    await journal.close()
    expect(await readJournals(testHost(), folder, HEADER.id)).toEqual({ changes: [], journals: [], unreadable: [] })
  })

  it('lets go of what was saved and of nothing that came after, however calls overlap', async () => {
    const folder = newFolder()
    const journal = journalIn(folder)
    void journal.append(story(0))
    const mark = journal.mark()
    void journal.append(story(1))
    const later = journal.mark()
    void journal.append(story(2))
    await journal.clearUpTo(mark)
    expect(await changesIn(folder)).toEqual([1, 2].flatMap(story))
    await journal.clearUpTo(later)
    expect(await changesIn(folder)).toEqual(story(2))
    await journal.clearUpTo(journal.mark())
    expect(readdirSync(folder)).toEqual([])
    await journal.append(story(3))
    expect(await changesIn(folder)).toEqual(story(3))
  })

  it('hands over what earlier runs left, and removes it only once it has been saved', async () => {
    const folder = newFolder()
    await journalIn(folder, 'matin').append(story(0))
    await journalIn(folder, 'midi').append([...story(0), ...story(1)])
    const journal = journalIn(folder, 'soir', testHost(nodeFileSystem, 4_002))
    const before = journal.mark()
    const replay = await journal.replay()
    expect(replay.changes).toEqual([0, 1].flatMap(story))
    journal.adopt(replay)
    await journal.clearUpTo(before)
    expect(readdirSync(folder).length).toBe(2)
    await journal.clearUpTo(journal.mark())
    expect(readdirSync(folder)).toEqual([])
  })

  it('reads along with a program that still runs, and leaves its journal alone', async () => {
    const folder = newFolder()
    const app = journalIn(folder, 'app', testHost(nodeFileSystem, 5_001))
    await app.append(story(0))
    const host = { ...testHost(nodeFileSystem, 5_002), isRunning: (process: number) => process === 5_001 }
    const cli = journalIn(folder, 'cli', host)
    await cli.append(story(1))
    const replay = await cli.replay()
    expect(replay.changes).toEqual([0, 1].flatMap(story))
    cli.adopt(replay)
    await cli.clearUpTo(cli.mark())
    expect(await changesIn(folder)).toEqual(story(0))
    await app.append(story(2))
    expect(await changesIn(folder)).toEqual([0, 2].flatMap(story))
  })

  it('may be opened again in the same run, beside what is left of it', async () => {
    const folder = newFolder()
    const first = journalIn(folder)
    await first.append(story(0))
    await first.close()
    const second = journalIn(folder)
    expect((await second.append(story(1))).ok).toBe(true)
    second.adopt(await second.replay())
    expect(await changesIn(folder)).toEqual([0, 1].flatMap(story))
    await second.clearUpTo(second.mark())
    expect(readdirSync(folder)).toEqual([])
  })

  it('is not read for another workspace, nor from files that only look like one', async () => {
    const folder = newFolder()
    await journalIn(folder, 'matin', testHost(), 'andes').append(story(0))
    writeFileSync(join(folder, `${HEADER.id}.journal`), 'x')
    mkdirSync(join(folder, `${HEADER.id}.matin.7.journal`))
    expect(await readJournals(testHost(), folder, HEADER.id)).toEqual({
      changes: [],
      journals: [],
      unreadable: [join(folder, `${HEADER.id}.matin.7.journal`)],
    })
  })
})

describe('a journal on a bad disk', () => {
  it('says that it could not write, and loses nothing that it had taken', async () => {
    const plain = faultyFileSystem(nodeFileSystem)
    const writeStory = async (fs: typeof plain, folder: string) => {
      const journal = journalIn(folder, 'matin', testHost(fs))
      const taken: Change[] = []
      for (const index of [0, 1, 2, 3]) {
        const appended = await journal.append(story(index))
        const flushed = await journal.flush()
        if (appended.ok && flushed.ok) taken.push(...story(index))
        if (index === 1) journal.mark()
      }
      return taken
    }
    await writeStory(plain, newFolder())
    const faults = plain.calls.flatMap((_, index) => [
      { kind: 'error', code: 'ENOSPC', at: index + 1, until: 'once' } as const,
      { kind: 'error', code: 'EIO', at: index + 1, until: 'for-ever' } as const,
      { kind: 'short-write', at: index + 1, bytes: 9, until: 'once' } as const,
      { kind: 'short-write', at: index + 1, bytes: 0, until: 'for-ever' } as const,
    ])
    for (const fault of faults) {
      const folder = newFolder()
      const taken = await writeStory(faultyFileSystem(nodeFileSystem, fault), folder)
      const found = new Set((await changesIn(folder)).map((change) => change.id))
      expect(taken.filter((change) => !found.has(change.id))).toEqual([])
      // A fault that passes costs at most the append or the flush that it hit.
      const isFleeting = fault.kind === 'error' && fault.until === 'once'
      expect(taken.length).toBeGreaterThanOrEqual(isFleeting ? 8 : 0)
    }
  })

  it('answers with a full disk as such', async () => {
    const folder = newFolder()
    const fs = faultyFileSystem(nodeFileSystem, { kind: 'error', code: 'ENOSPC', at: 2, until: 'for-ever' })
    expect(await journalIn(folder, 'matin', testHost(fs)).append(story(0))).toEqual({
      ok: false,
      problem: { code: 'disk-full', path: folder },
    })
  })
})

describe('the bytes of a journal', () => {
  const changes = [0, 1].flatMap(story)
  const records = changes.map((change) => encodeChanges([change]))
  const bytes = Buffer.concat([encodeOwner(OWNER), ...records])

  it('give back everything that was written, of every kind', () => {
    const strange: Change = {
      ...story(0)[0],
      id: stampOf(77),
      author: '',
      op: 'fold',
      value: { a: [null, 1.5, 'é \u0000 \ud800', true], base64: 'AAAA' },
    } as Change
    const all = [...changes, strange, { ...strange, id: stampOf(78), op: 'edit', value: new Uint8Array() }]
    expect(decodeJournal(Buffer.concat([encodeOwner(OWNER), encodeChanges(all)]))).toEqual({
      owner: OWNER,
      changes: all,
      dropped: 0,
    })
  })

  it('torn at any place give back every record before it', () => {
    let whole = encodeOwner(OWNER).length
    const ends = records.map((record) => (whole += record.length))
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const content = decodeJournal(bytes.subarray(0, cut))
      const complete = ends.filter((end) => end <= cut).length
      if (content.changes.length !== complete)
        throw new Error(`cut at ${cut}: ${content.changes.length} of ${complete}`)
      expect(content.changes.at(-1)).toEqual(changes[complete - 1])
    }
  })

  it('damaged at any place lose only the record that was hit, and nothing false comes out', () => {
    for (let at = 0; at < bytes.length; at += 1) {
      const hurt = Buffer.from(bytes)
      hurt[at] = (hurt[at] ?? 0) ^ 0x55
      const content = decodeJournal(hurt)
      if (content.changes.length < changes.length - 1) throw new Error(`byte ${at} cost more than one record`)
      for (const change of content.changes) expect(changes).toContainEqual(change)
    }
  })

  it('may be anything at all', () => {
    const garbage = fc.array(
      fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.constantFrom(...records), fc.constant(Buffer.from('TMNJ'))),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(garbage, (pieces) => {
        const content = decodeJournal(Buffer.concat(pieces))
        const expected = pieces.filter((piece) => records.some((record) => Buffer.compare(record, piece) === 0)).length
        expect(content.changes.length).toBe(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('are the same on the disk', async () => {
    const folder = newFolder()
    await journalIn(folder).append(changes)
    expect(readFileSync(join(folder, readdirSync(folder)[0] ?? '')).equals(bytes)).toBe(true)
  })
})
