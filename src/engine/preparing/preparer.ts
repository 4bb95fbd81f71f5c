import { Worker } from 'node:worker_threads'
import type { PrepareAnswer, PrepareAsk } from './prepared.ts'

/** Looks at strangers' files where they can do no harm. */
export type Preparer = {
  readonly prepare: (ask: PrepareAsk) => Promise<PrepareAnswer>
  /** Ends the thread, if there is one. */
  readonly close: () => void
}

/** What preparing needs of its surroundings. */
export type PreparerOptions = {
  /** The file of the thread's program, and that of the library that decodes pictures. */
  readonly program: string
  readonly darkroom: string
  /** How long so many bytes may take. */
  readonly patience?: (bytes: number) => number
}

/** So long after the last file the thread is ended, and its memory with it. */
const REST = 20_000
const MEGABYTE = 1_000_000

/** A photo takes a second; a field office's old laptop, with others at work on it, gets a hundred times that. */
function defaultPatience(bytes: number): number {
  return 100_000 + (bytes / MEGABYTE) * 2_000
}

/**
 * Prepares files one after the other in a thread that lives as long as there is work. A file that takes too much time or
 * memory costs the thread its life and nothing else: it is left out, and the next one gets a new thread.
 */
export function createPreparer({ program, darkroom, patience = defaultPatience }: PreparerOptions): Preparer {
  let worker: Worker | undefined
  let resting: NodeJS.Timeout | undefined
  let turn: Promise<unknown> = Promise.resolve()

  function started(): Worker {
    worker ??= new Worker(program, {
      workerData: { program: darkroom },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    }).on('error', () => undefined)
    return worker
  }

  function close(): void {
    clearTimeout(resting)
    void worker?.terminate()
    worker = undefined
  }

  function run(ask: PrepareAsk): Promise<PrepareAnswer> {
    clearTimeout(resting)
    const thread = started()
    return new Promise((resolve) => {
      const finish = (answer: PrepareAnswer): void => {
        clearTimeout(deadline)
        thread.off('message', finish).off('exit', lost)
        resting = setTimeout(close, REST)
        resting.unref()
        resolve(answer)
      }
      const lost = (): void => {
        close()
        finish({ unsuitable: 'too-hard' })
      }
      const deadline = setTimeout(lost, patience(ask.bytes.length))
      thread.once('message', finish)
      thread.once('exit', lost)
      thread.postMessage(ask, [ask.bytes.buffer as ArrayBuffer])
    })
  }

  return {
    prepare(ask) {
      const done = turn.then(() => run(ask))
      turn = done
      return done
    },
    close,
  }
}
