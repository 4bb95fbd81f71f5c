import { describe, expect, it } from 'vitest'
import learnt from '../../../resources/suggest/weights.json' with { type: 'json' }
import { LANGS } from '../../../src/core/model/lang.ts'
import { CONCEPTS } from '../../../src/core/suggest/concepts.ts'
import { readWeight, writeWeight } from '../../../src/core/suggest/digits.ts'
import { rootOf } from '../../../src/core/suggest/roots.ts'
import { isSdgCode, SDG_GOALS } from '../../../src/core/taxonomy/sdgs.ts'

describe('the concepts', () => {
  it('have names of their own, and words in three languages', () => {
    const names = CONCEPTS.map(({ name }) => name)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    const mute = CONCEPTS.filter(({ words }) =>
      LANGS.some((lang) => words[lang].length === 0 || words[lang].includes('')),
    )
    expect(mute).toEqual([])
  })

  it('speak for goals and targets that exist', () => {
    const wrong = CONCEPTS.flatMap(({ name, speaksFor }) =>
      speaksFor
        .filter(({ code, strength }) => !isSdgCode(code) || ![1, 2, 3].includes(strength))
        .map(({ code, strength }) => `${name}: ${code}:${strength}`),
    )
    expect(wrong).toEqual([])
  })

  it('speak for every target', () => {
    const spoken = new Set(CONCEPTS.flatMap(({ speaksFor }) => speaksFor.map(({ code }) => code)))
    const silent = SDG_GOALS.flatMap(({ targets }) => targets.map(({ code }) => code)).filter(
      (code) => !spoken.has(code),
    )
    expect(silent).toEqual([])
  })
})

describe('the weights', () => {
  it('are known for every concept and every target', () => {
    expect(CONCEPTS.map(({ name }) => name).filter((name) => !(name in learnt.features))).toEqual([])
    const targets = SDG_GOALS.flatMap((goal) => goal.targets.map(({ code }) => code))
    expect(Object.keys(learnt.targets).sort()).toEqual(targets.sort())
  })

  it('are 17 digits and one for rarity', () => {
    expect(Object.entries(learnt.features).filter(([, digits]) => !/^\w{18}$/.test(digits))).toEqual([])
    expect(learnt.bias).toHaveLength(17)
  })

  it('survive being written as digits, the small ones best', () => {
    for (const weight of [-18, -7.3, -0.4, 0, 0.02, 0.4, 7.3, 18]) {
      const back = readWeight(writeWeight(weight, 18), 18)
      expect(Math.abs(back - weight)).toBeLessThanOrEqual(0.02 + Math.abs(weight) * 0.15)
    }
  })
})

describe('a root', () => {
  it.each([
    ['deforestation', 'déforestation', 'deforestación'],
    ['biodiversity', 'biodiversité', 'biodiversidad'],
    ['pharmacy', 'pharmacie', 'farmacia'],
  ])('is one for %s, %s and %s', (en, fr, es) => {
    expect([rootOf(fr, 'fr'), rootOf(es, 'es')]).toEqual([rootOf(en, 'en'), rootOf(en, 'en')])
  })

  it('is not asked of short words and other scripts', () => {
    for (const word of ['sea', 'вода', '水', '42', 'a'.repeat(60)]) expect(rootOf(word, 'en')).toBeUndefined()
  })
})
