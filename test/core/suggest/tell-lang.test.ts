import { expect, it } from 'vitest'
import { tellLang } from '../../../src/core/suggest/tell-lang.ts'

it.each([
  ['en', 'The committee meets under the tree every month, and those who cannot read are told what was decided.'],
  ['fr', 'Le comité se réunit sous l’arbre chaque mois, et l’on dit à ceux qui ne lisent pas ce qui a été décidé.'],
  ['es', 'El comité se reúne bajo el árbol cada mes, y a quienes no leen se les cuenta lo que se decidió.'],
  [
    undefined,
    'O comitê se reúne todos os meses debaixo da árvore, e aos que não sabem ler se conta o que foi decidido.',
  ],
  [
    undefined,
    'Il comitato si riunisce ogni mese sotto l’albero, e a chi non sa leggere viene detto che cosa è stato deciso.',
  ],
  [undefined, 'Das Komitee trifft sich jeden Monat unter dem Baum, und wer nicht lesen kann, dem wird alles erzählt.'],
  [
    undefined,
    'Kamati hukutana chini ya mti kila mwezi, na wale wasioweza kusoma huambiwa yale yaliyoamuliwa na wengine.',
  ],
  [undefined, 'تجتمع اللجنة تحت الشجرة كل شهر، ويقال لمن لا يستطيعون القراءة ما تقرر في الاجتماع'],
  [undefined, '12, 13 — 14 %'],
])('tells %s: %s', (lang, text) => {
  for (const likely of ['en', 'fr', 'es'] as const) expect(tellLang(text, likely)).toBe(lang)
})

it('takes the likely language for a text too short to tell', () => {
  expect(tellLang('Agua', 'es')).toBe('es')
  expect(tellLang('Volontaires', 'fr')).toBe('fr')
})
