import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import esBriefs from '../../../../locales/es/briefs.json' with { type: 'json' }
import esKinds from '../../../../locales/es/kinds.json' with { type: 'json' }
import esRecord from '../../../../locales/es/record.json' with { type: 'json' }
import type { HistoryEntry } from '../../../../src/renderer/features/record/history-groups.ts'
import { actWords, resultWords } from '../../../../src/renderer/features/record/history-words.ts'

const words = i18next.createInstance()
const t = (key: string, data?: Readonly<Record<string, unknown>>) => words.t(key, { ...data })

beforeAll(async () => {
  await words.init({ lng: 'es', resources: { es: { kinds: esKinds, record: esRecord, briefs: esBriefs } } })
})

function said(field: string, op: string, summary: string, locale = ''): string {
  const entry: HistoryEntry = { id: 's', at: 0, author: 'Luis Ortega', field, locale, op, summary, changes: 1 }
  return [actWords(t, entry), resultWords(t, 'es', 'lesson', entry)].filter(Boolean).join(' | ')
}

describe('history in words', () => {
  it.each([
    [said.bind(null, 'title', 'set', 'Escuchar antes', 'es'), 'Título (español): cambio | Escuchar antes'],
    [said.bind(null, 'state', 'set', 'in-review'), 'Estado: cambio | En revisión'],
    [said.bind(null, 'period', 'set', '2000-03 · 2005'), 'Período: cambio | mar 2000 · 2005'],
    [said.bind(null, 'sdgs', 'add', '5'), 'ODS: añadido | 5 Igualdad entre mujeres y hombres'],
    [said.bind(null, 'countries', 'remove', 'ESP'), 'Países: retirado | España'],
    [said.bind(null, 'themes', 'add', 'q7h2k'), 'Temas: añadido'],
    [said.bind(null, 'volunteers', 'add', 'online · 12'), 'Voluntarios: añadido | Voluntarios en línea · 12'],
    [said.bind(null, 'illustrative', 'set', 'true'), 'Ilustrativo: cambio | sí'],
    [said.bind(null, 'lang', 'set', 'fr'), 'Ficha empezada en francés'],
    [said.bind(null, 'lifecycle', 'set', 'deleted'), 'Ficha borrada'],
    [said.bind(null, 'lifecycle', 'set', 'active'), 'Ficha recuperada'],
    [said.bind(null, 'mood', 'paint', 'blue'), 'mood: cambio de una versión más reciente de Temoin | blue'],
  ])('say what was done and what it came to', (say, expected) => {
    expect(say()).toBe(expected)
  })
})
