import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGS, type Lang } from '../../../src/core/model/lang.ts'
import { suggestSdgs } from '../../../src/core/suggest/suggest.ts'
import { goalOf } from '../../../src/core/taxonomy/sdgs.ts'

const STORIES: readonly (readonly [Lang, string, string])[] = [
  [
    'en',
    '6',
    'Twelve volunteers repaired the pump, and every household pays a little for drinking water and latrines.',
  ],
  ['fr', '6', 'Le comité répare la pompe, et chaque ménage paie un peu pour l’eau potable et les latrines.'],
  ['es', '6', 'El comité repara la bomba y cada familia paga un poco por el agua potable y las letrinas.'],
  ['en', '5', 'A shelter takes in women who flee domestic violence, and girls learn to say no to early marriage.'],
  [
    'fr',
    '5',
    'Un foyer accueille les femmes qui fuient les violences conjugales ; les filles refusent le mariage précoce.',
  ],
  [
    'es',
    '5',
    'Una casa acoge a mujeres que huyen de la violencia doméstica; las niñas rechazan el matrimonio infantil.',
  ],
  ['en', '17', 'Online volunteers and civil society formed a partnership with the ministry and two donors.'],
  [
    'fr',
    '17',
    'Bénévoles, ONG et bailleurs ont signé un partenariat avec le ministère ; la coopération Sud-Sud les relie.',
  ],
  ['es', '17', 'El voluntariado en línea y la sociedad civil firmaron una alianza con el ministerio y dos donantes.'],
  ['fr', '16', 'Les habitants suivent le budget de la mairie ; le tribunal juge enfin les affaires de corruption.'],
]

/** Texts as people write them and as machines mangle them. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.oneof(fc.constantFrom(...STORIES.map(([, , text]) => text)), fc.string({ maxLength: 20 })), {
      maxLength: 6,
    })
    .map((parts) => parts.join(' ')),
)
const anyLang = fc.constantFrom(...LANGS)

describe('suggested goals', () => {
  it.each(STORIES)('begin in %s with goal %s: %s', (lang, goal, text) => {
    const [best] = suggestSdgs(text, lang).goals
    expect(best).toMatchObject({ sdg: goal, suggested: true })
  })

  it('name the words that speak for them, where they stand', () => {
    const text = 'À Podor, les femmes gèrent le puits.'
    const [water] = suggestSdgs(text, 'fr').goals.filter(({ sdg }) => sdg === '6')
    expect(water?.because[0]).toMatchObject({ term: 'puits', start: 30, end: 35 })
  })

  it('follow a number that the text gives', () => {
    for (const text of ['This contributes to SDG 14.', 'Cette fiche relève de l’ODD 14.']) {
      expect(suggestSdgs(text, 'en').goals[0]).toMatchObject({ sdg: '14', suggested: true })
    }
    expect(suggestSdgs('Meta ODS 5.2', 'es').targets[0]).toMatchObject({ sdg: '5.2', suggested: true })
    expect(suggestSdgs('SDG 99 and SDG 5.77', 'en').goals.filter(({ suggested }) => suggested)).toEqual([])
  })

  it('are none where nothing speaks for one', () => {
    for (const text of ['', '   ', '12 345 — 6.7 %', '🌍🌍🌍', '水水水', '\ud800\udfff\ud800', 'and the of with']) {
      for (const lang of LANGS) expect(suggestSdgs(text, lang)).toMatchObject({ goals: [], targets: [] })
    }
  })

  it('are at most five, of which at most three are proposed, best first, each with a reason', () => {
    fc.assert(
      fc.property(anyText, anyLang, (text, lang) => {
        const { goals, targets } = suggestSdgs(text, lang)
        expect(goals.length).toBeLessThanOrEqual(5)
        expect(targets.length).toBeLessThanOrEqual(5)
        expect(goals.filter(({ suggested }) => suggested).length).toBeLessThanOrEqual(3)
        for (const list of [goals, targets]) {
          expect(list.map(({ score }) => score)).toEqual(list.map(({ score }) => score).sort((a, b) => b - a))
          for (const { score, because } of list) {
            expect(score).toBeGreaterThan(0)
            expect(score).toBeLessThanOrEqual(1)
            expect(because.length).toBeGreaterThan(0)
          }
        }
      }),
    )
  })

  it('have reasons that stand in the text, each with a weight of its own', () => {
    fc.assert(
      fc.property(anyText, anyLang, (text, lang) => {
        const { goals, targets } = suggestSdgs(text, lang)
        for (const { term, start, end, weight } of [...goals, ...targets].flatMap(({ because }) => because)) {
          expect(text.slice(start, end)).toBe(term)
          expect(term.length).toBeGreaterThan(0)
          expect(weight).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('are the same whenever they are asked for, and whatever was asked before', () => {
    fc.assert(
      fc.property(anyText, anyText, anyLang, (text, other, lang) => {
        const first = suggestSdgs(text, lang)
        suggestSdgs(other, lang)
        expect(suggestSdgs(text, lang)).toEqual(first)
      }),
    )
  })

  it('do not change when a text is repeated, but for their certainty', () => {
    for (const [lang, goal, text] of STORIES) {
      expect(suggestSdgs(`${text}\n\n${text}`, lang).goals[0]?.sdg).toBe(goal)
    }
  })

  it('come from the beginning of a text that is too long to read, and say how much was read', () => {
    const long = 'El comité repara la bomba de agua potable. '.repeat(120_000)
    expect(long.length).toBeGreaterThan(5_000_000)
    const { goals, read } = suggestSdgs(long, 'es')
    expect(goals[0]?.sdg).toBe('6')
    expect(read).toBe(200_000)
    expect(suggestSdgs('Agua', 'es').read).toBe(4)
  })
})

describe('suggested targets', () => {
  it.each<[Lang, string, string]>([
    ['en', '17.17', 'The national volunteer programme is a partnership of civil society and public bodies.'],
    ['fr', '16.5', 'Le comité dénonce la corruption et les pots-de-vin.'],
    ['es', '5.2', 'Un refugio para mujeres víctimas de violencia doméstica.'],
    ['fr', '6.2', 'Chaque école a des latrines et un lieu pour le lavage des mains : l’assainissement change tout.'],
    ['en', '13.3', 'Climate education in schools raises climate awareness.'],
    ['es', '4.6', 'Alfabetización de personas adultas analfabetas en la escuela.'],
  ])('in %s find %s: %s', (lang, code, text) => {
    expect(suggestSdgs(text, lang).targets[0]).toMatchObject({ sdg: code })
  })

  it('belong to goals that are proposed', () => {
    fc.assert(
      fc.property(anyText, anyLang, (text, lang) => {
        const { goals, targets } = suggestSdgs(text, lang)
        const proposed = goals.filter(({ suggested }) => suggested).map(({ sdg }) => sdg)
        for (const { sdg } of targets) expect(proposed).toContain(String(goalOf(sdg)))
      }),
    )
  })
})
