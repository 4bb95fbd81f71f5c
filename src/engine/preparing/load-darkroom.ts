import { createRequire } from 'node:module'
import type { Darkroom } from './prepare-picture.ts'

/** Loads the library that decodes pictures, with JPEG, PNG, WebP and GIF and no other format. */
export async function loadDarkroom(program: string): Promise<Darkroom> {
  const load = createRequire(program)(program) as Darkroom
  const silent = () => undefined
  const vips = await load({ dynamicLibraries: [], print: silent, printErr: silent })
  // One picture at a time, on one thread, and nothing kept of it: memory stays flat over five hundred of them.
  vips.concurrency(1)
  vips.Cache.max(0)
  return vips
}
