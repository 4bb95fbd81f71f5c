import { describe, expect, it } from 'vitest'
import { applyOperations } from '../../../src/engine/apply.ts'
import { fieldTranslations, markTranslations } from '../../../src/engine/translation/field-translations.ts'
import type { Workspace } from '../../../src/engine/workspace.ts'
import { computer, must, newWorkspace, problemOf, record, title } from '../../support/engine.ts'

async function story() {
  const { workspace } = await newWorkspace(computer({ author: 'Ana' }))
  const id = record(workspace, [title('Puits'), { op: 'set', field: 'title', locale: 'es', value: 'Pozos' }])
  return { workspace, id }
}

function titleIn(workspace: Workspace, id: string) {
  return must(fieldTranslations(workspace, id, 'es')).find(({ field }) => field === 'title')
}

function say(workspace: Workspace, id: string, value: string): void {
  must(workspace.change(id, [title(value)]))
}

describe('how far a translation has come', () => {
  it('is a draft until somebody says more, and can be taken back', async () => {
    const { workspace, id } = await story()
    expect(titleIn(workspace, id)).toEqual({ field: 'title', state: 'draft' })
    expect(must(fieldTranslations(workspace, id, 'es')).find(({ field }) => field === 'summary')?.state).toBe('missing')
    expect(must(fieldTranslations(workspace, id, 'fr'))).toEqual([])
    must(markTranslations(workspace, { id, lang: 'es', fields: ['title'], state: 'revised' }))
    expect(titleIn(workspace, id)).toEqual({ field: 'title', state: 'revised' })
    must(workspace.undo())
    expect(titleIn(workspace, id)?.state).toBe('draft')
  })

  it('is outdated while its source says something else than was translated, with both', async () => {
    const { workspace, id } = await story()
    must(markTranslations(workspace, { id, lang: 'es', fields: ['title'], state: 'approved' }))
    say(workspace, id, 'Puits profonds')
    expect(titleIn(workspace, id)).toEqual({
      field: 'title',
      state: 'outdated',
      source: { before: 'Puits', after: 'Puits profonds' },
    })
    say(workspace, id, 'Puits')
    expect(titleIn(workspace, id)?.state).toBe('approved')
    say(workspace, id, 'Les puits')
    must(markTranslations(workspace, { id, lang: 'es', fields: ['title'], state: 'translated' }))
    expect(titleIn(workspace, id)?.state).toBe('translated')
  })

  it('is told by an operation too; what is no translation is refused', async () => {
    const { workspace, id } = await story()
    const apply = (operation: object) =>
      applyOperations(workspace, [{ number: 1, text: JSON.stringify({ op: 'translation', id, ...operation }) }])
    must(apply({ field: 'title', lang: 'es', state: 'translated' }))
    expect(titleIn(workspace, id)?.state).toBe('translated')
    expect(problemOf(apply({ field: 'title', lang: 'fr', state: 'translated' }))).toMatchObject({
      code: 'line-refused',
    })
    expect(problemOf(apply({ field: 'title', lang: 'es', state: 'perfect' }))).toMatchObject({ code: 'line-refused' })
    expect(problemOf(apply({ field: 'sdgs', lang: 'es', state: 'draft' }))).toMatchObject({ code: 'line-refused' })
    const nobody = { id: 'nobody0000000000', lang: 'es' } as const
    expect(problemOf(fieldTranslations(workspace, nobody.id, 'es')).code).toBe('unknown-record')
    expect(problemOf(markTranslations(workspace, { ...nobody, fields: ['title'], state: 'draft' })).code).toBe(
      'unknown-record',
    )
  })
})
