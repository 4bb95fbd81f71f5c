import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { showSubject } from '../../../src/engine/answers/show.ts'
import { importFile, type ImportOptions } from '../../../src/engine/import/import-file.ts'
import type { ImportDeed } from '../../../src/engine/import/import-rows.ts'
import { suggestMapping } from '../../../src/core/tables/suggest-mapping.ts'
import type { Mapping } from '../../../src/core/tables/mapping.ts'
import { whereCode } from '../../../src/core/tables/where.ts'
import { openSource } from '../../../src/engine/import/open-source.ts'
import type { Workspace } from '../../../src/engine/workspace.ts'
import { computer, must, newFolder, newWorkspace } from '../../support/engine.ts'

const ana = computer({ author: 'Ana' })

async function openWorkspace(): Promise<Workspace> {
  return (await newWorkspace(ana)).workspace
}

function file(content: string | Uint8Array, name = 'source.csv'): string {
  const path = join(newFolder(), name)
  writeFileSync(path, content)
  return path
}

function bring(workspace: Workspace, path: string, options: Partial<ImportOptions> = {}) {
  const work = importFile(ana, workspace, path, { dryRun: false, ...options })
  for (;;) {
    const step = work.next()
    if (step.done) return must(step.value)
  }
}

function all(workspace: Workspace) {
  return workspace.store
    .cards()
    .filter(({ deleted }) => !deleted)
    .map(({ id }) => showSubject(subjectOf(workspace, id), workspace.store.changesOf(id)))
}

function subjectOf(workspace: Workspace, id: string) {
  const subject = workspace.subject(id)
  if (!subject) throw new Error(id)
  return subject
}

const KOLDA = `\ufeffCode;Titre;Résultats;Pays;ODD;Date de début;Budget
KOL-1;Le puits de Podor;"Huit puits.
Un registre.";Sénégal;ODD 6, 5.2;12 mars 2011;1 234,50
KOL-2;Les comités;5 * 3 = 15;Mali;13;2012;
`

describe('a table', () => {
  it('comes in as records, each column where its name says', async () => {
    const workspace = await openWorkspace()
    expect(bring(workspace, file(KOLDA))).toEqual({ imported: 2, updated: 0, unchanged: 0, problems: [] })
    const [second, first] = ['KOL-2', 'KOL-1'].map((id) => all(workspace).find((record) => record['externalId'] === id))
    expect(first).toMatchObject({
      externalId: 'KOL-1',
      lang: 'fr',
      title: { values: { fr: 'Le puits de Podor' } },
      results: { values: { fr: 'Huit puits.\\\nUn registre.' } },
      countries: ['SEN'],
      sdgs: ['6', '5.2'],
      period: { from: '2011-03-12' },
      extra: { Budget: '1 234,50' },
    })
    expect(second).toMatchObject({ results: { values: { fr: '5 \\* 3 = 15' } }, period: { from: '2012' }, extra: null })
  })

  it('updates what it brought when it is imported again, and duplicates nothing', async () => {
    const workspace = await openWorkspace()
    bring(workspace, file(KOLDA))
    expect(bring(workspace, file(KOLDA))).toMatchObject({ imported: 0, updated: 0, unchanged: 2 })
    expect(bring(workspace, file(KOLDA.replace('Les comités', 'Nos comités')))).toMatchObject({
      updated: 1,
      unchanged: 1,
    })
    const bare = file('Titre,Texte\nUn puits,Il donne de l’eau.\nUn puits,Il donne de l’eau.\n')
    expect(bring(workspace, bare)).toMatchObject({ imported: 2 })
    expect(bring(workspace, bare)).toMatchObject({ imported: 0, unchanged: 2 })
  })

  it('says of each row what is wrong with it, and takes the rest', async () => {
    const workspace = await openWorkspace()
    const rows = ['1,Wells,Atlantis,2011', '2,,Mali,2011', '3,Books,Mali,soon,left over', '3,Again,Mali,2011']
    const columns = { id: 'id', title: 'title', country: 'countries', start: 'period.from' }
    const mapping: Mapping = { kind: 'case-study', lang: null, text: 'plain', columns }
    const path = file(['id,title,country,start', ...rows].join('\n'))
    const { problems, ...counts } = bring(workspace, path, { mapping })
    expect(counts).toEqual({ imported: 2, updated: 0, unchanged: 0 })
    expect(problems.map(({ where, problem }) => `${whereCode(where)} ${problem.code}`)).toEqual([
      'row 2 unknown-country',
      'row 3 empty-record',
      'row 4 unnamed-column',
      'row 4 wrong-value',
      'row 5 duplicate-id',
    ])
    const books = all(workspace).find((record) => record['externalId'] === '3')
    expect(books).toMatchObject({ extra: { E: 'left over', period: [{ from: 'soon' }] } })
  })

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-16, little end first', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big end first', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', (text: string) => Buffer.from(text, 'utf16le')],
    ['windows-1252', (text: string) => Buffer.from(text.replaceAll('’', '\u0092').replaceAll('œ', '\u009c'), 'latin1')],
  ])('is read in %s', async (_, encode) => {
    const workspace = await openWorkspace()
    const text = 'Titre\tTexte\nL’école à cœur\tUne sœur a compté les élèves.\n'
    expect(bring(workspace, file(encode(text), 'source.tsv'))).toMatchObject({ imported: 1, problems: [] })
    expect(all(workspace)[0]).toMatchObject({ title: { values: { fr: 'L’école à cœur' } } })
  })

  it('with a few broken letters comes in, and says in which rows they are', async () => {
    const workspace = await openWorkspace()
    const good = Buffer.from(`Titre,Texte\n${'Été,Les élèves ont semé du blé à Kédougou.\n'.repeat(9)}`)
    const path = file(Buffer.concat([good, Buffer.from([0xc3]), Buffer.from('cole,Le puits\n')]))
    const { problems } = bring(workspace, path)
    expect(problems).toEqual([{ where: { row: 11 }, problem: { code: 'broken-characters' } }])
  })

  it.each([
    ['nothing', '', 'no-table'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xd]), 'not-text'],
  ])('is refused where the file holds %s', async (_, content, code) => {
    const workspace = await openWorkspace()
    const work = importFile(ana, workspace, file(content), { dryRun: false })
    expect(work.next().value).toMatchObject({ ok: false, problem: { code } })
  })

  it('names columns twice without losing either, and keeps names that are dangerous', async () => {
    const workspace = await openWorkspace()
    bring(workspace, file('title,note,note,__proto__,constructor\nWells,one,two,three,four\n'))
    expect(all(workspace)[0]?.['extra']).toEqual(
      JSON.parse('{"note":"one","note (2)":"two","__proto__":"three","constructor":"four"}'),
    )
  })

  it('keeps languages side by side apart', async () => {
    const workspace = await openWorkspace()
    bring(workspace, file('titre_fr,title_en,texte_fr\nLe puits,The well,De l’eau.\n'))
    expect(all(workspace)[0]).toMatchObject({
      lang: 'fr',
      title: { source: 'fr', values: { fr: 'Le puits', en: 'The well' } },
      body: { values: { fr: 'De l’eau.' } },
    })
  })

  it('can be taken back whole, and brought in again with another mapping', async () => {
    const workspace = await openWorkspace()
    const deeds: ImportDeed[] = []
    const path = file(KOLDA)
    bring(workspace, path, { note: (deed) => deeds.push(deed) })
    const deed = {
      changes: deeds.flatMap(({ changes }) => changes),
      created: deeds.flatMap(({ created }) => created),
    }
    workspace.undoMerge(deed, 'import')
    expect(all(workspace)).toEqual([])
    const source = must(openSource(ana, path))
    if (source.kind !== 'tables' || !source.tables[0]) throw new Error('no table')
    const suggested = suggestMapping(source.tables[0])
    const mapping: Mapping = { ...suggested, kind: 'lesson', columns: { ...suggested.columns, Résultats: 'situation' } }
    expect(bring(workspace, path, { mapping })).toMatchObject({ imported: 2, problems: [] })
    expect(bring(workspace, path, { mapping })).toMatchObject({ imported: 0, unchanged: 2 })
    expect(all(workspace).map((record) => record['kind'])).toEqual(['lesson', 'lesson'])
  })

  it('stays away where a person has deleted what it brought', async () => {
    const workspace = await openWorkspace()
    bring(workspace, file(KOLDA))
    workspace.remove(workspace.store.cards().map(({ id }) => id))
    bring(workspace, file(KOLDA))
    expect(all(workspace)).toEqual([])
  })
})
