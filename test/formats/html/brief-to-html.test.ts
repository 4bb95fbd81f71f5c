import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeBrief } from '../../../src/core/briefs/compose.ts'
import { LANGS } from '../../../src/core/model/lang.ts'
import { briefToHtml } from '../../../src/formats/html/brief-to-html.ts'
import { briefWords } from '../../core/briefs/brief-words.ts'
import { block, cite, rich } from '../../core/briefs/rich.ts'
import { BRIEF, setting } from '../../core/briefs/story.ts'
import { anyComposition, briefSaying, HOSTILE } from '../support/any-brief.ts'
import { HTML_SETTING, PLAIN_SETTING } from '../support/brief-assets.ts'
import { xmlFaults, xmlText } from '../support/well-formed.ts'

const french = briefToHtml(composeBrief(BRIEF, setting('fr'), briefWords('fr')), PLAIN_SETTING)

function matches(html: string, pattern: RegExp): readonly string[] {
  return Array.from(html.matchAll(pattern), ([, found]) => found ?? '')
}

describe('a brief as one HTML file', () => {
  it('is well-formed in every language, says its language and has one title', () => {
    for (const lang of LANGS) {
      const html = briefToHtml(composeBrief(BRIEF, setting(lang), briefWords(lang)), PLAIN_SETTING)
      expect(xmlFaults(html)).toEqual([])
      expect(html).toContain(`<html lang="${lang}">`)
      expect(matches(html, /<h1[^>]*>([^<]*)</g)).toEqual([BRIEF.title[lang]])
    }
  })

  it('needs nothing from anywhere: no script, no address to load, and a policy that would refuse one', () => {
    const html = briefToHtml(composeBrief(BRIEF, setting('fr'), briefWords('fr')), HTML_SETTING)
    expect(html).not.toMatch(/<script|<link|<iframe|<img|\ssrc=|@import|\son\w+=/i)
    expect(matches(html, /url\((?!data:font\/woff2;base64,)([^)]{0,40})/g)).toEqual([])
    expect(html).toContain("content=\"default-src 'none';")
  })

  it('embeds the fonts the text needs and leaves the others out', () => {
    const html = (title: string) =>
      briefToHtml(composeBrief({ ...BRIEF, title: { fr: title } }, setting('fr'), briefWords('fr')), HTML_SETTING)
    const faces = (text: string) => matches(text, /@font-face\{font-family:'([^']+)'/g)
    expect(faces(html('Œuvrer à Kaffrine'))).toEqual([
      'Source Serif 4',
      'Source Serif 4',
      'Source Serif 4',
      'Inter',
      'Inter',
    ])
    expect(faces(html('Đặng Thị Ngọc'))).toHaveLength(10)
    expect(html('Œuvrer à Kaffrine').length).toBeLessThan(200_000)
  })

  it('leads every reference, note and way back to a place that exists, and names each place once', () => {
    const ids = matches(french, /\sid="([^"]+)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    expect(matches(french, /href="#([^"]+)"/g).filter((id) => !ids.includes(id))).toEqual([])
    expect(ids).toEqual(expect.arrayContaining(['ref-1', 'cite-1-1', 'cite-1-2', 'note-1', 'noteref-1']))
  })

  it('never skips a level of heading', () => {
    const levels = matches(french, /<h([1-6])/g).map(Number)
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([])
  })

  it('marks table heads, captions and the language of each passage', () => {
    const spanish = briefToHtml(composeBrief(BRIEF, setting('es'), briefWords('es')), PLAIN_SETTING)
    expect(spanish).toMatch(
      /<h2 id="narrative-title">Análisis <span class="tag">en francés<\/span><\/h2>\n<div class="text" lang="fr">/,
    )
    expect(matches(french, /(<th)(?! scope="col")/g).length - matches(french, /(<thead)/g).length).toBe(0)
    expect(matches(french, /<caption>([^<]+)/g)).toHaveLength(2)
    expect(french).toContain('<span lang="es"><strong>Plan de acción')
  })

  it('folds nested lists into the line they belong to', () => {
    expect(french).toContain('<li>communication\u00A0:<ul><li>édition de texte')
  })

  it('marks text that reads from right to left', () => {
    const html = briefToHtml(
      composeBrief(
        {
          ...BRIEF,
          title: { fr: 'لجان الآبار' },
          messages: { fr: rich(block('paragraph', 'اللجان تعمل ', cite('wells'))) },
        },
        setting('fr'),
        briefWords('fr'),
      ),
      PLAIN_SETTING,
    )
    expect(html).toContain('<h1 dir="rtl">لجان')
    expect(html).toContain('<p dir="rtl">اللجان')
  })

  it('sets the paper asked for', () => {
    const composition = composeBrief(BRIEF, setting('en'), briefWords('en'))
    expect(briefToHtml(composition, { ...PLAIN_SETTING, paper: 'letter' })).toContain('@page{size:letter}')
  })

  it.each(HOSTILE)('shows %j as the text it is', (text) => {
    const html = briefToHtml(briefSaying(text), PLAIN_SETTING)
    const body = html.slice(html.indexOf('<body>'))
    expect(xmlFaults(html)).toEqual([])
    expect(body).not.toMatch(/<(?:script|img|style)|javascript:[^<]*"/i)
    expect(xmlText(body)).toContain(briefSaying(text).head.title.text)
  })

  it('is well-formed and links only to the web and to mail, whatever people wrote', () => {
    fc.assert(
      fc.property(anyComposition, (composition) => {
        const html = briefToHtml(composition, PLAIN_SETTING)
        expect(xmlFaults(html)).toEqual([])
        expect(matches(html, /href="([^"]*)"/g).filter((url) => !/^(?:https?:|mailto:|#)/.test(url))).toEqual([])
        const ids = matches(html, /\sid="([^"]+)"/g)
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 150 },
    )
  })
})
