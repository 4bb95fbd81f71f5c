import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DiffPart, diffText } from '../../../src/core/text-diff/diff-text.ts'

function joined(parts: readonly DiffPart[], without: DiffPart['kind']): string {
  return parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')
}

/** Marks what went as [-…-] and what came as {+…+}. */
function marked(before: string, after: string): string {
  return diffText(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('')
}

const piece = fc.oneof(
  fc.constantFrom(
    'la ',
    'crue ',
    'l’eau ',
    'río, ',
    'e\u0301',
    '\u0301',
    '\u200d',
    '\n',
    '\r\n',
    ' ',
    '. ',
    '🙋🏽‍♀️',
    '🇹🇬',
    '🇸',
    '𝒜',
  ),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.string({ unit: 'binary', maxLength: 3 }),
)
const someText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))
/** Two texts of which one was made from the other, as versions are. */
const versions = fc.oneof(
  fc.tuple(someText, someText),
  fc
    .tuple(fc.array(piece, { maxLength: 30 }), fc.nat(), fc.nat(), fc.array(piece, { maxLength: 3 }))
    .map(([pieces, from, length, instead]) => {
      const start = from % (pieces.length + 1)
      const after = [...pieces.slice(0, start), ...instead, ...pieces.slice(start + (length % 4))]
      return [pieces.join(''), after.join('')] as [string, string]
    }),
)

describe('a comparison of two texts', () => {
  it('holds both texts whole', () => {
    fc.assert(
      fc.property(versions, ([before, after]) => {
        const parts = diffText(before, after)
        expect(joined(parts, 'removed')).toBe(after)
        expect(joined(parts, 'added')).toBe(before)
      }),
      { numRuns: 2_000 },
    )
  })

  it('cuts nothing inside what a reader takes for one character', () => {
    const characters = new Intl.Segmenter('fr', { granularity: 'grapheme' })
    const boundaries = (text: string) =>
      new Set([...characters.segment(text)].map(({ index }) => index).concat(text.length))
    const cuts = (parts: readonly DiffPart[], without: DiffPart['kind']) => {
      let at = 0
      return parts.filter(({ kind }) => kind !== without).map(({ text }) => (at += text.length))
    }
    fc.assert(
      fc.property(versions, ([before, after]) => {
        const parts = diffText(before, after)
        expect(cuts(parts, 'added').filter((at) => !boundaries(before).has(at))).toEqual([])
        expect(cuts(parts, 'removed').filter((at) => !boundaries(after).has(at))).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })

  it('has no empty part, no two neighbours of one kind, and puts what went before what came', () => {
    fc.assert(
      fc.property(versions, ([before, after]) => {
        const kinds = diffText(before, after).map(({ kind, text }) => (text === '' ? 'empty' : kind))
        expect(kinds).not.toContain('empty')
        expect(
          kinds.filter(
            (kind, index) => kind === kinds[index - 1] || (kind === 'removed' && kinds[index - 1] === 'added'),
          ),
        ).toEqual([])
      }),
    )
  })

  it('says nothing changed where nothing did', () => {
    expect(diffText('', '')).toEqual([])
    expect(diffText('La crue', 'La crue')).toEqual([{ kind: 'same', text: 'La crue' }])
  })

  it.each([
    ['a word', 'La crue arrive le soir.', 'La crue arrive le matin.', 'La crue arrive le [-soir-]{+matin+}.'],
    ['an elided word', 'On voit l’eau.', 'On voit l’aube.', 'On voit [-l’eau-]{+l’aube+}.'],
    ['an addition', 'Dos mujeres', 'Dos mujeres avisan', 'Dos mujeres{+ avisan+}'],
    ['words in a row', 'forty old books', 'some new books', '[-forty old-]{+some new+} books'],
    ['a paragraph', 'Un\nTrois\n', 'Un\nDeux\nTrois\n', 'Un\n{+Deux\n+}Trois\n'],
    ['a family of one character', 'Voici 👩🏽 ici', 'Voici 👩🏿 ici', 'Voici [-👩🏽-]{+👩🏿+} ici'],
  ])('shows %s as a reader would', (_, before, after, shown) => {
    expect(marked(before, after)).toBe(shown)
  })

  it('shows two texts that have nothing in common as one that went and one that came, however long', () => {
    const words = (word: string) => Array.from({ length: 150_000 }, (_, index) => `${word}${index}`).join(' ')
    expect(diffText(words('eau'), words('feu')).map(({ kind }) => kind)).toEqual(['removed', 'added'])
    const lines = (word: string) => words(word).replaceAll(' ', '\n')
    expect(joined(diffText(lines('eau'), lines('feu')), 'removed')).toBe(lines('feu'))
  })

  it('finds one changed word in a text of a million characters', () => {
    const text = 'La rivière monte chaque soir. '.repeat(34_000)
    const after = `${text.slice(0, 600_000)}lentement ${text.slice(600_000)}`
    const changed = diffText(text, after).filter(({ kind }) => kind !== 'same')
    expect(joined(changed, 'removed')).toContain('lentement')
    expect(joined(changed, 'removed').length).toBeLessThan(40)
  })

  it('does not look for words where a million characters make only one', () => {
    const word = 'a'.repeat(1_000_000)
    expect(diffText(word, `b${word}`).map(({ kind }) => kind)).toEqual(['removed', 'added'])
    expect(diffText(`${word}b`, `${word}c`).map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })

  it('falls back on paragraphs where a long text was changed in many places', () => {
    const before = Array.from({ length: 20_000 }, (_, index) => `Relevé ${index} : le niveau est bas.`).join('\n')
    const after = before.replaceAll(/(\d*7) : le niveau/g, '$1 : la rivière')
    const parts = diffText(before, after)
    expect(joined(parts, 'removed')).toBe(after)
    expect(joined(parts, 'added')).toBe(before)
  })
})
