import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { composeBrief } from '../../../src/core/briefs/compose.ts'
import type { Composition } from '../../../src/core/briefs/composition.ts'
import type { Lang } from '../../../src/core/model/lang.ts'
import { briefToDocx } from '../../../src/formats/docx/brief-to-docx.ts'
import { briefWords } from '../../core/briefs/brief-words.ts'
import { block, nested, rich } from '../../core/briefs/rich.ts'
import { BRIEF, setting } from '../../core/briefs/story.ts'
import { anyComposition, briefSaying, HOSTILE } from '../support/any-brief.ts'
import { xmlFaults, xmlText } from '../support/well-formed.ts'

async function partsOf(composition: Composition): Promise<Readonly<Record<string, string>>> {
  const files = unzipSync(await briefToDocx(composition, 'A4'))
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

function composed(lang: Lang): Composition {
  return composeBrief(BRIEF, setting(lang), briefWords(lang))
}

function faultsOf(parts: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(parts).flatMap(([name, xml]) => xmlFaults(xml).map((fault) => `${name}: ${fault}`))
}

function matches(xml: string | undefined, pattern: RegExp): readonly string[] {
  return Array.from((xml ?? '').matchAll(pattern), ([, found]) => found ?? '')
}

describe('a brief as a Word document', () => {
  it('has the parts that make it editable: styles, lists, footnotes, head and foot, each well-formed', async () => {
    const parts = await partsOf(composed('fr'))
    expect(Object.keys(parts)).toEqual(
      expect.arrayContaining([
        'word/document.xml',
        'word/styles.xml',
        'word/numbering.xml',
        'word/footnotes.xml',
        'word/header1.xml',
        'word/footer1.xml',
      ]),
    )
    expect(faultsOf(parts)).toEqual([])
  })

  it('formats by style only, with Word’s own names', async () => {
    const parts = await partsOf(composed('fr'))
    const used = new Set(matches(parts['word/document.xml'], /<w:pStyle w:val="([^"]+)"/g))
    const known = new Set(matches(parts['word/styles.xml'], /w:styleId="([^"]+)"/g))
    expect([...used].filter((style) => !known.has(style))).toEqual([])
    expect([...used]).toEqual(
      expect.arrayContaining([
        'Title',
        'Subtitle',
        'Heading1',
        'Heading2',
        'Heading3',
        'Quote',
        'Caption',
        'ListBullet',
        'ListNumber',
        'Bibliography',
        'TOC1',
      ]),
    )
  })

  it('says its language, and the language of each passage that has another', async () => {
    const tags: Readonly<Record<Lang, string>> = { en: 'en-GB', fr: 'fr-FR', es: 'es-ES' }
    for (const lang of ['en', 'fr', 'es'] as const) {
      const parts = await partsOf(composed(lang))
      expect(parts['word/styles.xml']).toContain(`<w:lang w:val="${tags[lang]}"/>`)
    }
    const spanish = await partsOf(composed('es'))
    expect(spanish['word/document.xml']).toMatch(
      /<w:lang w:val="fr-FR"\/><\/w:rPr><w:t[^>]*>Le programme des Volontaires/,
    )
  })

  it('has real footnotes, a table of contents with its pages, and heads that repeat', async () => {
    const parts = await partsOf(composed('fr'))
    const document = parts['word/document.xml'] ?? ''
    expect(matches(document, /<w:footnoteReference w:id="(\d+)"/g)).toEqual(['1', '2'])
    expect(xmlText(parts['word/footnotes.xml'] ?? '')).toContain('chiffres arrêtés en juillet 2005')
    expect(document).toContain('TOC \\h \\o &quot;1-2&quot;')
    expect(matches(document, /PAGEREF _Toc\d+ [\s\S]{0,400}?<w:t[^>]*>(\d+)</g).length).toBeGreaterThan(5)
    expect(matches(document, /(<w:tblHeader\/>)/g)).toHaveLength(3)
    expect(xmlText(parts['word/footer1.xml'] ?? '')).toContain('Page')
    expect(parts['word/settings.xml']).not.toContain('updateFields')
  })

  it('leads every citation to its reference', async () => {
    const document = (await partsOf(composed('fr')))['word/document.xml'] ?? ''
    const bookmarks = new Set(matches(document, /<w:bookmarkStart w:name="([^"]+)"/g))
    const anchors = matches(document, /w:anchor="([^"]+)"/g)
    expect(anchors.filter((anchor) => !bookmarks.has(anchor))).toEqual([])
    expect(anchors).toEqual(expect.arrayContaining(['ref_1', 'ref_6']))
  })

  it('counts each numbered list from one', async () => {
    const messages = rich(
      block('number', 'Un'),
      block('number', 'Deux'),
      block('paragraph', 'Puis'),
      block('number', 'Un'),
      nested(1, 'number', 'a'),
    )
    const composition = composeBrief(
      { ...BRIEF, messages: { fr: messages }, narrative: {}, recommendations: {} },
      setting('fr'),
      briefWords('fr'),
    )
    const parts = await partsOf(composition)
    const ids = matches(parts['word/document.xml'], /<w:ilvl w:val="\d"\/><w:numId w:val="(\d+)"\/>/g)
    expect(ids[0]).toBe(ids[1])
    expect(ids[2]).not.toBe(ids[0])
    expect(ids).toHaveLength(4)
  })

  it('names its title and nobody', async () => {
    const core = (await partsOf(composed('fr')))['docProps/core.xml'] ?? ''
    expect(core).toContain('<dc:title>Faire du volontariat un levier reconnu des politiques publiques</dc:title>')
    expect(core).not.toMatch(/<dc:creator>[^<]|<cp:lastModifiedBy>[^<]/)
    expect(core).toContain('>2026-03-02T00:00:00Z<')
  })

  it('is the same file for the same brief', async () => {
    const [first, second] = [await briefToDocx(composed('es'), 'A4'), await briefToDocx(composed('es'), 'A4')]
    expect(first).toEqual(second)
  })

  it('links only to the web and to mail', async () => {
    const parts = await partsOf(briefSaying('javascript:alert(1)'))
    expect(parts['word/_rels/document.xml.rels']).not.toContain('javascript')
    const outside = matches(
      (await partsOf(composed('fr')))['word/_rels/document.xml.rels'],
      /Target="([^"]+)" TargetMode="External"/g,
    )
    expect(outside).toEqual(['https://www.unv.org', 'http://www.onlinevolunteering.org'])
  })

  it('shows what people paste to see what breaks as the text it is', async () => {
    const composition = briefSaying(HOSTILE.join(' · '))
    const parts = await partsOf(composition)
    expect(faultsOf(parts)).toEqual([])
    expect(xmlText(parts['word/document.xml'] ?? '')).toContain(composition.head.title.text)
  })

  it('is well-formed in every part, whatever people wrote', async () => {
    await fc.assert(
      fc.asyncProperty(anyComposition, async (composition) => {
        expect(faultsOf(await partsOf(composition))).toEqual([])
      }),
      { numRuns: 12 },
    )
  })
})
