import { describe, expect, it } from 'vitest'
import type { SubjectView } from '../../../src/core/model/view.ts'
import { sourceLang, textOf, versionState } from '../../../src/renderer/subject/versions.ts'

const value = (text: string) => ({ value: text, open: [], contested: false })
const view: SubjectView = {
  id: 'r1',
  kind: 'lesson',
  createdAt: 0,
  modifiedAt: 0,
  author: 'Awa Diop',
  deleted: false,
  values: { lang: value('fr'), 'title:fr': value('Écouter d’abord'), 'title:es': value('  ') },
  sets: {},
  rich: { 'lesson:en': { state: new Uint8Array(), text: 'Listen first.' } },
}

describe('the language versions of a record', () => {
  it('are the one it was written in, those with text, and those without', () => {
    expect((['en', 'fr', 'es'] as const).map((lang) => versionState(view, lang))).toEqual(['text', 'source', 'empty'])
  })

  it('know where a text comes from, plain or formatted', () => {
    expect(sourceLang(view)).toBe('fr')
    expect(textOf(view, 'title', 'fr')).toBe('Écouter d’abord')
    expect(textOf(view, 'lesson', 'en')).toBe('Listen first.')
    expect(textOf(view, 'lesson', 'fr')).toBe('')
  })

  it('begin with whatever has text where nobody said which language it was written in', () => {
    expect(sourceLang({ ...view, values: {} })).toBe('en')
  })
})
