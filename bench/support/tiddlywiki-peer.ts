import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import type { Peer } from './peers.ts'
import { bodyOf } from './same-terms.ts'

/** The little of TiddlyWiki that is used here; it comes without types. */
type TiddlyWiki = {
  readonly boot: { argv: readonly string[]; readonly boot: (done: () => void) => void }
  readonly wiki: {
    readonly addTiddler: (fields: Readonly<Record<string, unknown>>) => void
    readonly filterTiddlers: (filter: string) => readonly string[]
  }
}

/** TiddlyWiki, searched as its own search tab does: titles that have the words first, then texts. */
export async function createTiddlyWiki(): Promise<Peer> {
  const { TiddlyWiki } = createRequire(import.meta.url)('tiddlywiki') as { TiddlyWiki: () => TiddlyWiki }
  const program = TiddlyWiki()
  program.boot.argv = ['--output', tmpdir()]
  await new Promise<void>((done) => {
    program.boot.boot(done)
  })
  return {
    add(record) {
      const { id, title, themes } = record
      program.wiki.addTiddler({ title: id, caption: title, text: `${title}\n${bodyOf(record)}`, tags: themes })
    },
    search(query) {
      const words = query.replace(/[[\]{}<>]/g, ' ').trim()
      if (words === '') return []
      return program.wiki.filterTiddlers(`[!is[system]search[${words}]sort[title]limit[250]]`).slice(0, 20)
    },
  }
}
