import process from 'node:process'
import { Worker } from 'node:worker_threads'
import { done, type Outcome, type Problem, refused } from '../../core/problem.ts'
import type { Inspected } from '../../storage/inspect.ts'
import type { Salvage } from '../../storage/salvage.ts'
import type { InspectionAnswer, InspectionAsk } from './inspection.ts'

/** Looks at a stranger's bytes where they can do no harm. */
export type Inspector = {
  /**
   * Whether an image may be opened, and what it is. Takes over the memory that the image lies in: go on with the image
   * of the answer, which is the same bytes.
   */
  readonly inspect: (image: Uint8Array, path: string) => Promise<Outcome<PassedImage>>
  /** What can still be read of a damaged image, whose memory it takes over for good. */
  readonly salvage: (image: Uint8Array, path: string) => Promise<Outcome<Salvage>>
}

/** An image that was let through. */
export type PassedImage = { readonly image: Uint8Array; readonly inspected: Inspected }

/** What inspecting needs of its surroundings. */
export type InspectorOptions = {
  /** The file of the thread's program. */
  readonly program: string
  readonly wasm: Uint8Array
  /** How long so many bytes may take, on a computer that does nothing else. */
  readonly patience?: (bytes: number) => number
  readonly time?: Time
}

/** What time it is, and how much processor time this program was given so far, in milliseconds. */
type Time = { readonly clock: () => number; readonly processor: () => number }

const MEGABYTE = 1_000_000

/**
 * A hundred megabytes take a second or two; a field office's laptop with a virus scanner gets twenty times that. Beyond,
 * somebody made the file to be endless.
 */
function defaultPatience(bytes: number): number {
  return 20_000 + (bytes / MEGABYTE) * 250
}

/** The deadline is not looked at more often than this. */
const SHORTEST_LOOK = 50
/** However busy the computer is: nobody waits for longer than so many times the patience. */
const AT_MOST = 10

const ownTime: Time = {
  clock: () => performance.now(),
  processor() {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  },
}

/**
 * Looks at each file in a thread of its own: a file can make SQLite run for ever, and nothing but the end of its thread
 * stops it. What the bytes did to SQLite's memory ends with it too. Meanwhile the engine goes on answering.
 */
export function createInspector({
  program,
  wasm,
  patience = defaultPatience,
  time = ownTime,
}: InspectorOptions): Inspector {
  function run(ask: InspectionAsk): Promise<Outcome<InspectionAnswer>> {
    const { path, image } = ask
    const size = image.length
    return new Promise((resolve, reject) => {
      const worker = new Worker(program, {
        workerData: { wasm, ask },
        transferList: [image.buffer as ArrayBuffer],
        // Not those of the program that asks: it may have been started in whatever way.
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: 512 + (4 * size) / MEGABYTE },
      })
      const finish = (settle: () => void): void => {
        clearTimeout(timer)
        settle()
        void worker.terminate()
      }
      const givenUp = (reason: 'time' | 'memory'): void =>
        finish(() => resolve(refused({ code: 'workspace-unchecked', path, reason } satisfies Problem)))
      const granted = patience(size)
      const began = { clock: time.clock(), processor: time.processor() }
      // A query without an end takes all the time it gets; a good file on a busy computer only waits for its turn.
      const look = (): void => {
        const left = granted - (time.processor() - began.processor)
        const isLate = time.clock() - began.clock >= granted * AT_MOST
        if (left <= 0 || isLate) givenUp('time')
        else timer = setTimeout(look, Math.max(left, SHORTEST_LOOK))
      }
      let timer = setTimeout(look, granted)
      worker.once('message', (answer: InspectionAnswer) => finish(() => resolve(done(answer))))
      worker.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') givenUp('memory')
        else finish(() => reject(error))
      })
      worker.once('exit', () => finish(() => reject(new Error('the inspection ended without an answer'))))
    })
  }

  return {
    async inspect(image, path) {
      const answer = await run({ what: 'inspect', image, path })
      if (!answer.ok) return answer
      const { inspected, image: back } = answer.value
      if (!inspected) throw new Error('another answer was asked for')
      return inspected.ok ? done({ image: back, inspected: inspected.value }) : inspected
    },
    async salvage(image, path) {
      const answer = await run({ what: 'salvage', image, path })
      if (!answer.ok) return answer
      if (!answer.value.salvaged) throw new Error('another answer was asked for')
      return done(answer.value.salvaged)
    },
  }
}
