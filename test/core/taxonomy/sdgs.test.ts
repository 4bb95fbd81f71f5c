import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGS } from '../../../src/core/model/lang.ts'
import {
  compareSdgCodes,
  findSdg,
  goalOf,
  isSdgCode,
  matchSdg,
  SDG_GOALS,
  sdgLabel,
} from '../../../src/core/taxonomy/sdgs.ts'

const codes = SDG_GOALS.flatMap(({ goal, targets }) => [String(goal), ...targets.map(({ code }) => code)])

/** How many numbered and lettered targets the United Nations gave each goal, from 1 to 17. */
const NUMBERED_AND_LETTERED = [
  [5, 2],
  [5, 3],
  [9, 4],
  [7, 3],
  [6, 3],
  [6, 2],
  [3, 2],
  [10, 2],
  [5, 3],
  [7, 3],
  [7, 3],
  [8, 3],
  [3, 2],
  [7, 3],
  [9, 3],
  [10, 2],
  [19, 0],
] as const

describe('the goals and targets', () => {
  it('are the 17 goals and 169 targets, with the official codes in the official order', () => {
    const expected = NUMBERED_AND_LETTERED.flatMap(([numbered, lettered], index) => [
      `${index + 1}`,
      ...Array.from({ length: numbered }, (_, target) => `${index + 1}.${target + 1}`),
      ...Array.from({ length: lettered }, (_, target) => `${index + 1}.${'abcd'[target]}`),
    ])
    expect(codes).toEqual(expected)
    expect(codes).toHaveLength(17 + 169)
  })

  it('have a colour of their own per goal', () => {
    const colors = SDG_GOALS.map(({ color }) => color)
    expect(new Set(colors).size).toBe(17)
    for (const color of colors) expect(color).toMatch(/^#[0-9A-F]{6}$/)
    expect([findSdg('5')?.color, findSdg('5.2')?.color]).toEqual(['#FF3A21', '#FF3A21'])
  })

  it.each(LANGS)('are named in a few words of their own in %s', (lang) => {
    const labels = codes.map((code) => sdgLabel(code, lang))
    expect(new Set(labels).size).toBe(labels.length)
    for (const label of labels) {
      const words = label.split(/\s+/u).filter((word) => /[\p{Letter}\p{Number}]/u.test(word))
      expect(words.length, label).toBeGreaterThanOrEqual(2)
      expect(words.length, label).toBeLessThanOrEqual(10)
      expect(label, label).toMatch(/^\p{Lu}/u)
      expect(label, label).not.toMatch(/[.'"]|^\s|\s$/u)
    }
  })
})

describe('findSdg', () => {
  it('finds a target with its goal, and nothing for a code that does not exist', () => {
    expect(findSdg('17.16')).toMatchObject({ code: '17.16', goal: 17, color: '#19486A' })
    expect(findSdg('3')).toMatchObject({ code: '3', goal: 3 })
    expect(['18', '0', '5.7', '5.A', '05', '', 'SDG 5'].map((code) => findSdg(code))).toEqual(Array(7).fill(undefined))
    expect(isSdgCode('8.10')).toBe(true)
    expect(isSdgCode('8.1.')).toBe(false)
    expect(isSdgCode('constructor')).toBe(false)
  })

  it('knows the goal of every code', () => {
    for (const code of codes) expect(goalOf(code)).toBe(Number.parseInt(code, 10))
    expect(goalOf('20.1')).toBeUndefined()
  })
})

describe('matchSdg', () => {
  it.each([
    ['SDG 13', '13'],
    ['ODD 5.A', '5.a'],
    ['ODS n.º 4', undefined],
    ['ods-16.7', '16.7'],
    ['SDGs: 3', '3'],
    ['05.02', '5.2'],
    ['8.10', '8.10'],
    [' 17.19 ', '17.19'],
    ['17.20', undefined],
    ['0', undefined],
    ['5.e', undefined],
    ['gender', undefined],
    ['', undefined],
  ])('reads %j as %s', (text, code) => {
    expect(matchSdg(text)).toBe(code)
  })

  it('reads every official code as itself', () => {
    expect(codes.map(matchSdg)).toEqual(codes)
  })
})

describe('compareSdgCodes', () => {
  it('puts goals and numbered targets by number and lettered targets last', () => {
    const shuffled = ['10', '8.a', '8.10', '2', '8.2', '16.10', '8', '16.9', '8.b']
    expect(shuffled.toSorted(compareSdgCodes)).toEqual(['2', '8', '8.2', '8.10', '8.a', '8.b', '10', '16.9', '16.10'])
  })

  it('brings any shuffle of the codes back to the official order, unknown codes at the end', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...codes, '99.1', 'climate'], { minLength: 2 }), (some) => {
        const known = codes.filter((code) => some.includes(code))
        const unknown = ['99.1', 'climate'].filter((code) => some.includes(code))
        expect(some.toSorted(compareSdgCodes)).toEqual([...known, ...unknown])
      }),
    )
  })
})

describe('sdgLabel', () => {
  it('says it in the reader’s language, and leaves an unknown code as it is', () => {
    expect(LANGS.map((lang) => sdgLabel('5', lang))).toEqual([
      'Equality between women and men',
      'Égalité entre femmes et hommes',
      'Igualdad entre mujeres y hombres',
    ])
    expect(sdgLabel('99.9', 'fr')).toBe('99.9')
  })
})
