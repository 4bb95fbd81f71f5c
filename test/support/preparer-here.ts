import { findAssets } from '../../src/engine/assets.ts'
import { loadDarkroom } from '../../src/engine/preparing/load-darkroom.ts'
import { prepareFile } from '../../src/engine/preparing/prepare-file.ts'
import type { Darkroom } from '../../src/engine/preparing/prepare-picture.ts'
import type { Preparer } from '../../src/engine/preparing/preparer.ts'

let darkroom: Promise<Darkroom> | undefined

/** The library that decodes pictures, loaded when it is first needed. */
export function darkroomHere(): Promise<Darkroom> {
  darkroom ??= loadDarkroom(findAssets().darkroom)
  return darkroom
}

/** Prepares files in the thread of the test itself. */
export const preparerHere: Preparer = {
  prepare: async (ask) => prepareFile(await darkroomHere(), ask),
  close: () => undefined,
}
