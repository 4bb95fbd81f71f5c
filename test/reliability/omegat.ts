/**
 * Records go through the real OmegaT and come back: as XLIFF, in one file for many records, with sentences as segments
 * and with whole paragraphs. The translator writes every word in capitals. Each record must come back with every word in
 * capitals and its form untouched, next to what was written in the translation at the office meanwhile; the same file
 * twice changes nothing.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { settle } from '../../src/core/history/settle.ts'
import { richState } from '../../src/core/history/project.ts'
import { clientIdOf } from '../../src/core/rich-text/client-id.ts'
import type { Inline, RichDocument } from '../../src/core/rich-text/document.ts'
import { normalDocument } from '../../src/core/rich-text/normal-document.ts'
import { plainText } from '../../src/core/rich-text/plain-text.ts'
import { readDocument } from '../../src/core/rich-text/read-document.ts'
import { rewriteDocument } from '../../src/core/rich-text/write-document.ts'
import { exportXliff } from '../../src/engine/translation/export-xliff.ts'
import { importXliff } from '../../src/engine/translation/import-xliff.ts'
import type { Workspace } from '../../src/engine/workspace.ts'
import { computer, must, newFolder, newWorkspace, record, title } from '../support/engine.ts'
import { makeProject } from './omegat/omegat-project.ts'
import { storyOf } from './omegat/story.ts'
import { prove, type Run } from './support/prove.ts'

/** Records in one exchange file. */
const TOGETHER = 30
const OFFICE = 'Added at the office.'

await prove({ figure: 'omegat', reach: 60 }, async (run) => {
  if (spawnSync('omegat', ['--help'], { stdio: 'ignore' }).error) {
    run.fail('OmegaT is not installed; run: sudo apt-get install -y --no-install-recommends omegat')
    return
  }
  const cases = [...run.cases()]
  for (let from = 0, round = 0; from < cases.length; from += TOGETHER, round += 1)
    await play(run, cases.slice(from, from + TOGETHER), round % 2 === 0)
})

async function play(run: Run, cases: readonly number[], sentences: boolean): Promise<void> {
  const { workspace } = await newWorkspace(computer({ author: 'Ana' }))
  const told = cases.map((index) => ({ index, ...tell(workspace, run, index) }))
  const made = must(
    exportXliff(
      workspace,
      told.map(({ id }) => id),
      'en',
    ),
  )
  const project = makeProject(join(newFolder(), 'projet'), { sentences })
  const back = await project.capitals('fiches.xlf', made.text)
  const busy = told.filter(({ index }) => index % 3 === 0)
  for (const { id } of busy) write(workspace, id, 'en', { blocks: [paragraph(OFFICE)] })
  const taken = must(importXliff(workspace, back, { dryRun: false, path: 'fiches.xlf' }))
  for (const { where, problem } of taken.refused) run.fail(`${where} was refused: ${JSON.stringify(problem)}`)
  run.note('texts', made.units)
  run.note('texts translated', taken.new)
  for (const { index, id, story } of told) {
    const wanted = capital(story)
    const now = read(workspace, id)
    const isBusy = index % 3 === 0
    const own = JSON.stringify(isBusy ? withoutOffice(now) : now)
    if (own !== JSON.stringify(wanted)) run.fail(`came back otherwise: ${own.slice(0, 400)}`, index)
    if (isBusy && !plainText(now).includes(OFFICE)) run.fail('what was written at the office is gone', index)
    run.note(sentences ? 'by sentences' : 'by paragraphs')
    run.count()
  }
  const changes = [...workspace.store.changes()].length
  must(importXliff(workspace, back, { dryRun: false, path: 'fiches.xlf' }))
  if ([...workspace.store.changes()].length !== changes) run.fail('a second time it was not the same as once')
}

function tell(workspace: Workspace, run: Run, index: number) {
  const random = run.random(index)
  const story = normalDocument(storyOf(random))
  const id = record(workspace, [title(`Fiche ${index}`)])
  write(workspace, id, 'fr', story)
  return { id, story }
}

function write(workspace: Workspace, id: string, locale: string, document: RichDocument): void {
  const subject = settle(workspace.store.changesOf(id))
  const update = rewriteDocument(richState(subject, 'body', locale), document, clientIdOf(workspace.clock.next()))
  if (update) must(workspace.change(id, [{ op: 'edit', field: 'body', locale, update }]))
}

function read(workspace: Workspace, id: string): RichDocument {
  return readDocument(richState(settle(workspace.store.changesOf(id)), 'body', 'en'))
}

function paragraph(text: string): RichDocument['blocks'][number] {
  return { kind: 'paragraph', indent: 0, content: [{ kind: 'text', text, marks: [] }] }
}

/** The same document with every word in capitals. */
function capital(document: RichDocument): RichDocument {
  return withWords(document, (words) => words.toUpperCase())
}

/** Both began a text that was empty, so what the office wrote stands in its first paragraph too. */
function withoutOffice(document: RichDocument): RichDocument {
  return withWords(document, (words) => words.replace(OFFICE, ''))
}

function withWords(document: RichDocument, change: (words: string) => string): RichDocument {
  const changed = (inlines: readonly Inline[]): readonly Inline[] =>
    inlines.map((inline) => {
      if (inline.kind === 'text' || inline.kind === 'note') return { ...inline, text: change(inline.text) }
      return inline.kind === 'link' ? { ...inline, content: changed(inline.content) } : inline
    })
  const blocks = document.blocks.map((block) => {
    if (block.kind !== 'table') return { ...block, content: changed(block.content) }
    const rows = block.rows.map(({ cells }) => ({
      cells: cells.map((lines) => lines.map((line) => ({ ...line, content: changed(line.content) }))),
    }))
    return { ...block, rows }
  })
  return normalDocument({ blocks })
}
