import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import esBriefs from '../../../locales/es/briefs.json' with { type: 'json' }
import esHistory from '../../../locales/es/history.json' with { type: 'json' }
import esKinds from '../../../locales/es/kinds.json' with { type: 'json' }
import type { Json } from '../../../src/core/model/json.ts'
import { actWords } from '../../../src/renderer/subject/history/entry-words.ts'

const words = i18next.createInstance()
const t = (key: string, data?: Readonly<Record<string, unknown>>) => words.t(key, { ...data })

beforeAll(async () => {
  await words.init({ lng: 'es', resources: { es: { kinds: esKinds, history: esHistory, briefs: esBriefs } } })
})

function said(field: string, op: string, after: Json, locale = ''): string {
  return actWords(t, { field, locale, op, result: { type: 'value', before: null, after } })
}

describe('history in words', () => {
  it.each([
    [said.bind(null, 'title', 'set', 'Escuchar antes', 'es'), 'Título (español)'],
    [said.bind(null, 'state', 'set', 'in-review'), 'Estado'],
    [said.bind(null, 'sdgs', 'add', null), 'ODS'],
    [said.bind(null, 'lang', 'set', 'fr'), 'Empezado en francés'],
    [said.bind(null, 'lifecycle', 'set', { state: 'deleted' }), 'Eliminación'],
    [said.bind(null, 'lifecycle', 'set', { state: 'active' }), 'Recuperación'],
    [said.bind(null, 'mood', 'paint', 'blue'), 'mood: cambiado por una versión más reciente de Temoin'],
  ])('say what was done', (say, expected) => {
    expect(say()).toBe(expected)
  })
})
