import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { showSubject } from '../../../src/engine/answers/show.ts'
import { EXPORT_FORMATS, type ExportFormat, exportRecords } from '../../../src/engine/export/export-records.ts'
import { importFile } from '../../../src/engine/import/import-file.ts'
import { importJsonLines } from '../../../src/engine/import/import-jsonl.ts'
import type { Workspace } from '../../../src/engine/workspace.ts'
import { computer, must, newFolder, newWorkspace } from '../../support/engine.ts'

const ana = computer({ author: 'Ana' })

const RECORDS = [
  {
    ...{
      id: 'UNV-1',
      kind: 'case-study',
      lang: 'fr',
      title: '=1+1 : les comités',
      summary: 'Douze comités,\n"tenus" par des femmes.',
    },
    ...{
      body: '- huit puits\n- un registre\n\n| a | b |\n| --- | --- |\n| 1 | 2 |',
      fields: { results: '**Huit** puits[^1].\n\n[^1]: 2012.' },
    },
    ...{
      sdgs: ['6.1', '5'],
      sdgStrength: { '6.1': 'principal' },
      themes: ['governance', 'Comités | eau'],
      countries: ['SEN', 'COD'],
    },
    ...{
      period: { from: '2011-12', to: '2012' },
      source: { title: 'Rapport', year: 2011, pages: '4–6' },
      state: 'validated',
    },
    people: [{ name: 'Awa Ndiaye', role: 'volontaire; relais' }, { name: 'A|B' }],
    ...{ volunteers: [{ type: 'community', number: 40, women: 31 }], organisations: ['Mairie de Podor'] },
    figures: [{ value: 8.5, unit: 'puits', what: 'puits réparés', date: '2012-03' }],
    ...{ places: [{ name: 'Podor', country: 'SEN' }], illustrative: true },
    translations: { en: { title: '@committees', fields: { results: 'Eight *wells*.' } } },
  },
  { id: 'UNV-2', kind: 'innovation', lang: 'en', title: '007', body: 'Line one\\\nline two', stage: 'pilot' },
  { kind: 'lesson', lang: 'es', title: 'Sin número', fields: { situation: '1. Uno\n2. Dos' } },
]

async function filled(): Promise<Workspace> {
  const { workspace } = await newWorkspace(ana)
  const lines = RECORDS.map((record) => JSON.stringify(record)).join('\n')
  finish(importJsonLines(workspace, [Buffer.from(lines)], { dryRun: false }))
  return workspace
}

function finish<T>(work: Generator<unknown, T>): T {
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}

function ids(workspace: Workspace): readonly string[] {
  return workspace.store.cards().map(({ id }) => id)
}

function exported(workspace: Workspace, format: ExportFormat, change = (text: string) => text): string {
  const { bytes } = exportRecords(workspace, ids(workspace), format, 'fr')
  const path = join(newFolder(), `fiches.${format}`)
  writeFileSync(path, format === 'xlsx' ? bytes : change(Buffer.from(bytes).toString('utf8')))
  return path
}

function bring(workspace: Workspace, path: string) {
  return must(finish(importFile(ana, workspace, path, { dryRun: false })))
}

/** All that records say, whatever they and their elements are called. */
function said(workspace: Workspace): readonly JsonObject[] {
  return ids(workspace)
    .flatMap((id) => workspace.subject(id) ?? [])
    .map((subject) => {
      const shown = showSubject(subject, workspace.store.changesOf(subject.id))
      const { id: _, created: __, modified: ___, externalId: ____, translations: _____, ...rest } = shown
      return rest
    })
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

describe('records that were exported', () => {
  it.each(EXPORT_FORMATS)('as %s say the same in another workspace', async (format) => {
    const workspace = await filled()
    const other = (await newWorkspace(ana)).workspace
    const { problems, imported } = bring(other, exported(workspace, format))
    expect({ problems, imported }).toEqual({ problems: [], imported: 3 })
    expect(said(other).map((record) => ({ ...record, themes: null }))).toEqual(
      said(workspace).map((record) => ({ ...record, themes: null })),
    )
  })

  it.each(['csv', 'xlsx'] as const)('as %s and brought back as they are change nothing', async (format) => {
    const workspace = await filled()
    const before = workspace.store.changeCount()
    expect(bring(workspace, exported(workspace, format))).toEqual({
      imported: 0,
      updated: 0,
      unchanged: 3,
      problems: [],
    })
    expect(workspace.store.changeCount()).toBe(before)
  })

  it('and edited come back to the record they came from, by its id', async () => {
    const workspace = await filled()
    const path = exported(workspace, 'csv', (text) => text.replace('Sin número', 'Con título'))
    expect(bring(workspace, path)).toMatchObject({ imported: 0, updated: 1, unchanged: 2 })
    expect(said(workspace)).toHaveLength(3)
    expect(JSON.stringify(said(workspace))).toContain('Con título')
  })

  it('as CSV hold nothing that a spreadsheet program would take for a formula', async () => {
    const workspace = await filled()
    const text = Buffer.from(exportRecords(workspace, ids(workspace), 'csv', 'fr').bytes).toString('utf8')
    expect(text).toContain("'=1+1 : les comités")
    expect(text).toContain("'@committees")
    expect(text).not.toMatch(/(?:^|[,"])[=@+]/m)
  })
})
