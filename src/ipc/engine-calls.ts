import type { Lang } from '../core/model/lang.ts'

/** A page to be printed to PDF by the shell: the same HTML that the HTML export writes. */
export type PrintJob = {
  readonly html: string
  readonly title: string
  readonly lang: Lang
  readonly paper: 'A4' | 'Letter'
  /** Head and foot of each page, as Chromium's print templates. */
  readonly headerTemplate: string
  readonly footerTemplate: string
}

/**
 * Calls between the shell and the engine that no window may make. `engine.start` comes first; `engine.stop` flushes
 * and saves, and is answered when everything is on disk.
 */
export type EngineCalls = {
  'engine.start': {
    readonly ask: { readonly dataFolder: string; readonly author: string; readonly lang: Lang }
    readonly reply: null
  }
  /** The person's name or language changed in the preferences. */
  'engine.profile': { readonly ask: { readonly author: string; readonly lang: Lang }; readonly reply: null }
  'engine.stop': { readonly ask: Record<string, never>; readonly reply: null }
  'print.compose': {
    readonly ask: { readonly id: string; readonly lang: Lang; readonly paper: 'A4' | 'Letter' }
    readonly reply: PrintJob
  }
  'print.finish': {
    readonly ask: { readonly id: string; readonly lang: Lang; readonly path: string; readonly pdf: Uint8Array }
    readonly reply: { readonly file: string; readonly bytes: number; readonly cited: number }
  }
}
