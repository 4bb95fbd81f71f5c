import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportName } from '../../../../src/renderer/features/brief/export-name.ts'

describe('the name of an exported file', () => {
  it('is the title with its language and ending', () => {
    expect(exportName('L’eau, une affaire de voisins', 'fr', 'pdf')).toBe('L’eau, une affaire de voisins (fr).pdf')
  })

  it.each([
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j (es).docx'],
    ['CON', 'Temoin (es).docx'],
    ['  ...  ', 'Temoin (es).docx'],
    ['Agua.', 'Agua (es).docx'],
    ['a\u202eb', 'ab (es).docx'],
  ])('is one that every system accepts: %s', (title, name) => {
    expect(exportName(title, 'es', 'docx')).toBe(name)
  })

  it('never grows long or splits a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const name = exportName(title, 'en', 'md')
        expect([...name].length).toBeLessThanOrEqual(90)
        expect(name.isWellFormed()).toBe(true)
      }),
    )
  })
})
