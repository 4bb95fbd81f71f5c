import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Match } from '../../../src/core/search/match.ts'
import { cutSnippet } from '../../../src/core/search/snippet.ts'

const LONG = 'Les volontaires ont creusé un puits. '.repeat(12)

function match(text: string, part: string, word = 0): Match {
  const start = text.indexOf(part)
  return { word, start, end: start + part.length }
}

describe('cutSnippet', () => {
  it('shows a short text whole, on one line', () => {
    const text = 'Première ligne\nseconde ligne'
    expect(cutSnippet(text, [match(text, 'seconde')])).toEqual({
      text: 'Première ligne seconde ligne',
      marks: [[15, 22]],
    })
  })

  it('cuts a long text at words, and says that it did', () => {
    const text = `${LONG}L’eau est revenue à Téra. ${LONG}`
    const { text: shown, marks } = cutSnippet(text, [match(text, 'Téra')])
    expect(shown).toMatch(/^…\S.* Téra\. .*\S…$/)
    expect(shown.length).toBeLessThanOrEqual(202)
    expect(marks.map(([start, end]) => shown.slice(start, end))).toEqual(['Téra'])
  })

  it('prefers the stretch with most of the words', () => {
    const text = `eau. ${LONG}À Téra, l’eau des puits. ${LONG}`
    const second = text.lastIndexOf('eau des')
    const matches = [match(text, 'eau', 0), match(text, 'Téra', 1), { word: 0, start: second, end: second + 3 }]
    expect(cutSnippet(text, matches).text).toContain('À Téra, l’eau')
  })

  it('keeps marks on their words and characters whole in any text', () => {
    const words = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), {
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(words, fc.nat(29), (parts, chosen) => {
        const place = chosen % parts.length
        const text = parts.join(' ')
        const start = parts.slice(0, place).reduce((sum, part) => sum + part.length + 1, 0)
        const end = start + (parts[place]?.length ?? 0)
        const { text: shown, marks } = cutSnippet(text, [{ word: 0, start, end }])
        expect(marks.map(([from, to]) => shown.slice(from, to))).toEqual([text.slice(start, end).replace(/\s/g, ' ')])
        expect(shown.isWellFormed()).toBe(true)
        expect(shown.length).toBeLessThanOrEqual(202 + 80)
      }),
    )
  })
})
