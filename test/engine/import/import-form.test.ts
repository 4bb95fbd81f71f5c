import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { showSubject } from '../../../src/engine/answers/show.ts'
import { importFile } from '../../../src/engine/import/import-file.ts'
import { computer, must, newFolder, newWorkspace } from '../../support/engine.ts'
import { workbook } from '../../support/workbook.ts'

const ana = computer({ author: 'Ana' })

/** An export of a form: groups, a question with several answers, a repeated group on a sheet of its own, GPS, a photo. */
const FORM = {
  recits: [
    [
      ...[
        'start',
        'deviceid',
        'recit/titre',
        'recit/ce_qui_a_change',
        'recit/pays',
        'recit/odd',
        'recit/odd/5',
        'recit/odd/6',
      ],
      ...[
        'lieu/_gps_latitude',
        'themes/governance',
        'themes/health',
        'photo',
        'date',
        '_uuid',
        '_submission_time',
        '_index',
      ],
    ],
    [
      ...['2024-03-01T08:00', 'ee:1', 'Le puits de Podor', 'Huit puits.', 'Sénégal', '5 6', 1, 1],
      ...[14.65, 1, 0, 'puits.jpg', { date: 45_352 }, 'a1b2c3d4-0000-4000-8000-000000000001', '2024-03-02', 1],
    ],
    [
      ...['2024-03-01T09:00', 'ee:1', 'Le registre', 'Un registre.', 'Mali', '5', 1, 0],
      ...[null, 1, 1, null, { date: 45_353 }, 'a1b2c3d4-0000-4000-8000-000000000002', '2024-03-02', 2],
    ],
  ],
  personnes: [
    ['personnes/nom_du_volontaire', 'personnes/age', '_index', '_parent_table_name', '_parent_index'],
    ['Awa Ndiaye', 31, 1, 'recits', 1],
    ['Moussa Sow', null, 2, 'recits', 1],
    ['Fatou Ba', 44, 3, 'recits', 2],
  ],
}

async function bring(bytes: Uint8Array, beside: readonly string[] = []) {
  const { workspace } = await newWorkspace(ana)
  const path = join(newFolder(), 'recits.xlsx')
  writeFileSync(path, bytes)
  for (const name of beside) {
    mkdirSync(dirname(join(dirname(path), name)), { recursive: true })
    writeFileSync(join(dirname(path), name), 'x')
  }
  const work = importFile(ana, workspace, path, { dryRun: false })
  let step = work.next()
  while (!step.done) step = work.next()
  const records = workspace.store
    .cards()
    .map(({ id }) => workspace.subject(id))
    .flatMap((subject) => (subject ? [showSubject(subject, workspace.store.changesOf(subject.id))] : []))
  return { ...must(step.value), records }
}

describe('an export of a form', () => {
  it('comes in with its groups, its repeated questions and its choices in their places', async () => {
    const { records, problems, imported } = await bring(workbook(FORM), ['media/puits.jpg'])
    expect({ problems, imported }).toEqual({ problems: [], imported: 2 })
    const wells = records.find((record) => record['externalId'] === 'a1b2c3d4-0000-4000-8000-000000000001')
    expect(wells).toMatchObject({
      title: { values: { fr: 'Le puits de Podor' } },
      results: { values: { fr: 'Huit puits.' } },
      countries: ['SEN'],
      sdgs: ['5', '6'],
      themes: ['governance'],
      people: [{ name: 'Awa Ndiaye' }, { name: 'Moussa Sow' }],
      period: { from: '2024-03-01' },
      extra: { 'lieu/_gps_latitude': 14.65, 'personnes/age': [31, null], files: ['puits.jpg'] },
    })
    expect(wells?.['extra']).not.toHaveProperty('deviceid')
  })

  it('whose photos are missing comes in all the same, and says which', async () => {
    const { problems, imported } = await bring(workbook(FORM))
    expect(imported).toBe(2)
    expect(problems).toEqual([{ where: { row: 2 }, problem: { code: 'named-file-missing', name: 'puits.jpg' } }])
  })
})
