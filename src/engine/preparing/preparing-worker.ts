import { parentPort, workerData } from 'node:worker_threads'
import { loadDarkroom } from './load-darkroom.ts'
import { prepareFile } from './prepare-file.ts'
import type { PrepareAsk } from './prepared.ts'

/** The thread in which strangers' files are looked at, one after the other. It may be ended at any moment. */
const darkroom = loadDarkroom((workerData as { readonly program: string }).program)

parentPort?.on('message', (ask: PrepareAsk) => {
  void darkroom.then(async (vips) => parentPort?.postMessage(await prepareFile(vips, ask), []))
})
