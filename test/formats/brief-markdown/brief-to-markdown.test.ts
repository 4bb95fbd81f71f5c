import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { composeBrief } from '../../../src/core/briefs/compose.ts'
import { briefToMarkdown } from '../../../src/formats/brief-markdown/brief-to-markdown.ts'
import { briefWords } from '../../core/briefs/brief-words.ts'
import { block, cite, marked, rich } from '../../core/briefs/rich.ts'
import { BRIEF, setting } from '../../core/briefs/story.ts'
import { anyComposition, briefSaying, HOSTILE } from '../support/any-brief.ts'

type Node = {
  readonly type: string
  readonly value?: string
  readonly url?: string
  readonly depth?: number
  readonly children?: readonly Node[]
}

function parsed(markdown: string): readonly Node[] {
  const all = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(all)]
  return all(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }))
}

function textOf(nodes: readonly Node[]): string {
  return nodes.map(({ type, value }) => (type === 'text' || type === 'inlineCode' ? (value ?? '') : '')).join('')
}

const french = briefToMarkdown(composeBrief(BRIEF, setting('fr'), briefWords('fr')))

describe('a brief as Markdown', () => {
  it('reads as headings, lists, tables, footnotes and links', () => {
    const nodes = parsed(french)
    const count = (type: string) => nodes.filter((node) => node.type === type).length
    expect(nodes.filter(({ type }) => type === 'heading').map(({ depth }) => depth)).toEqual([
      1, 2, 2, 2, 3, 3, 4, 2, 2, 2, 2,
    ])
    expect({ tables: count('table'), notes: count('footnoteDefinition'), calls: count('footnoteReference') }).toEqual({
      tables: 3,
      notes: 2,
      calls: 2,
    })
    expect(nodes.flatMap(({ type, url }) => (type === 'link' ? [url] : []))).toContain('https://www.unv.org')
  })

  it('carries references, illustrative and withdrawn evidence in words', () => {
    expect(french).toContain(
      '- [4] **Les comités de puits de Kaffrine font réparer une pompe en six jours** **(à titre d’illustration)**',
    )
    expect(french).toContain('- [6] Preuve retirée.')
    expect(french).toContain('progressent\u00A0[2,\u00A03].')
  })

  it('keeps a citation a citation where brackets follow it', () => {
    const content = {
      ...BRIEF,
      messages: { fr: rich(block('paragraph', 'Selon ', cite('online-2005'), '(voir plus bas)')) },
    }
    const markdown = briefToMarkdown(composeBrief(content, setting('fr'), briefWords('fr')))
    expect(textOf(parsed(markdown))).toContain('Selon\u00A0[1](voir plus bas)')
  })

  it('keeps marks at the edges of words and code as it is', () => {
    const content = {
      ...BRIEF,
      messages: { fr: rich(block('paragraph', marked(' gras ', 'bold'), marked('a`b', 'code'))) },
    }
    expect(briefToMarkdown(composeBrief(content, setting('fr'), briefWords('fr')))).toContain(' **gras** ``a`b``')
  })

  it.each(HOSTILE)('shows %j as the text it is', (text) => {
    const composition = briefSaying(text)
    const nodes = parsed(briefToMarkdown(composition))
    const html = nodes.flatMap(({ type, value }) => (type === 'html' ? [value] : []))
    expect(html.filter((tag) => tag !== '<br>')).toEqual([])
    expect(nodes.filter(({ type }) => type === 'image' || type === 'imageReference' || type === 'definition')).toEqual(
      [],
    )
    expect(textOf(nodes).replace(/\s+/g, ' ')).toContain(composition.head.title.text.replace(/\s+/g, ' '))
  })

  it('links only to the web and to mail and brings no markup along, whatever people wrote', () => {
    fc.assert(
      fc.property(anyComposition, (composition) => {
        const nodes = parsed(briefToMarkdown(composition))
        const own = /^<\/?(?:br|u|sub|sup)>$/
        expect(nodes.filter(({ type, value }) => type === 'html' && !own.test(value ?? ''))).toEqual([])
        expect(nodes.filter(({ url }) => url !== undefined && !/^(?:https?:|mailto:)/.test(url))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
