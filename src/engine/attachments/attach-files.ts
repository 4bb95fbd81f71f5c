import { Buffer } from 'node:buffer'
import { basename } from 'node:path'
import type { Attachment } from '../../core/model/attachment.ts'
import { type Given, givesAnything } from '../../core/model/given.ts'
import { cleanLine } from '../../core/model/text.ts'
import { done, type Outcome, type Problem, refused } from '../../core/problem.ts'
import type { EngineEnvironment } from '../environment.ts'
import { readingProblem } from '../file/file-problems.ts'
import { chunksOf } from '../file/read-file.ts'
import type { Prepared } from '../preparing/prepared.ts'
import type { OpenFile } from '../workspace-file.ts'
import { putAttachment } from './attachments.ts'

/** What came of some files: those that belong to the record now, and those that were left out, and why. */
export type Attached = {
  readonly attached: readonly AttachedFile[]
  readonly problems: readonly Problem[]
}

/** A file that was kept; `given` is what it said beside what it shows, taken out unless the original was asked for. */
export type AttachedFile = Attachment & { readonly name: string; readonly given: Given | null }

/** How files are attached. */
export type AttachOptions = {
  readonly original: boolean
  /** Told how many files are done; answering false leaves the rest out. */
  readonly goOn: (files: number, total: number) => Promise<boolean> | boolean
}

const MEGABYTE = 1_000_000
/** The most that is read of one file, that is kept of one, and that a workspace keeps of all. */
const ATTACHMENT_LIMITS = { read: 200 * MEGABYTE, file: 25 * MEGABYTE, all: 500 * MEGABYTE }

/**
 * Makes files part of a record, each once whatever it is called. What cannot be kept is named, and the rest comes in. They
 * come as one deed that can be undone.
 */
export async function attachFiles(
  environment: EngineEnvironment,
  file: OpenFile,
  id: string,
  paths: readonly string[],
  { original, goOn }: AttachOptions,
): Promise<Outcome<Attached>> {
  const { workspace } = file
  if (!workspace.subject(id)) return refused({ code: 'unknown-record', id })
  const attached: AttachedFile[] = []
  const problems: Problem[] = []
  for (const [index, path] of paths.entries()) {
    if (!(await goOn(index, paths.length))) break
    const kept = await keepFile(environment, file, path, original)
    if (kept.ok) attached.push(kept.value)
    else problems.push(kept.problem)
  }
  const steps = attached.map(({ sha256, name }) => {
    return { op: 'add', field: 'attachments', value: { key: sha256, name } } as const
  })
  const changed = workspace.change(id, steps)
  return changed.ok ? done({ attached, problems }) : changed
}

async function keepFile(
  environment: EngineEnvironment,
  file: OpenFile,
  path: string,
  original: boolean,
): Promise<Outcome<AttachedFile>> {
  const { store } = file.workspace
  const read = await readToPrepare(environment, path)
  if (!read.ok) return read
  const answer = await environment.preparer.prepare({ bytes: read.value, original })
  if ('unsuitable' in answer) return refused({ code: 'file-unsuitable', path, why: answer.unsuitable })
  const { bytes, type, given } = answer.prepared
  const sha256 = environment.ports.sha256(bytes)
  const known = store.attachments()
  if (!known.some((entry) => entry.sha256 === sha256)) {
    const room = roomFor(known, answer.prepared, path)
    if (!room.ok) return room
  }
  const put = await putAttachment(environment, file.workspace, { bytes }, type)
  if (!put.ok) return put
  file.hasNewBlobs = true
  const name = cleanLine(basename(path)).slice(0, 200)
  return done({ ...put.value, name, given: givesAnything(given) ? given : null })
}

function roomFor(known: readonly { readonly size: number }[], { bytes }: Prepared, path: string): Outcome<null> {
  const { file, all } = ATTACHMENT_LIMITS
  if (bytes.length > file) return refused(tooLarge(path, bytes.length, file))
  const sum = known.reduce((total, { size }) => total + size, bytes.length)
  return sum > all ? refused({ code: 'attachments-full', path, limit: all / MEGABYTE }) : done(null)
}

function tooLarge(path: string, size: number, limit: number): Problem {
  return { code: 'attachment-too-large', path, megabytes: Math.ceil(size / MEGABYTE), limit: limit / MEGABYTE }
}

/** A file's bytes in memory of their own, which the thread that prepares them takes over. */
async function readToPrepare({ host }: EngineEnvironment, path: string): Promise<Outcome<Uint8Array>> {
  const { read } = ATTACHMENT_LIMITS
  try {
    const { size, kind } = await host.fs.stat(path)
    if (kind !== 'file') return refused({ code: 'file-unsuitable', path, why: 'unknown' })
    if (size > read) return refused(tooLarge(path, size, read))
    const opened = await host.fs.open(path, 'r')
    try {
      const whole: Uint8Array[] = []
      for await (const chunk of chunksOf(opened, { start: 0, end: size })) whole.push(chunk.slice())
      return done(new Uint8Array(Buffer.concat(whole)))
    } finally {
      await opened.close().catch(() => undefined)
    }
  } catch (error) {
    return refused(readingProblem(error, path))
  }
}
