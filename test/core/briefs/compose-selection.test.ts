import { describe, expect, it } from 'vitest'
import { composeSelection } from '../../../src/core/briefs/compose-selection.ts'
import { inlineText } from '../../../src/core/briefs/inline-text.ts'
import { briefWords } from './brief-words.ts'
import { EVIDENCE, evidence, setting } from './story.ts'

const everyId = EVIDENCE.map(({ card }) => card.id)

describe('a brief of a bare selection', () => {
  it('says what each record says, with its reference, in the order given', () => {
    const composition = composeSelection({ records: ['wells', 'online-2005'] }, setting('en'), briefWords('en'))
    const [messages] = composition.parts
    const lines =
      messages?.kind === 'text' && messages.blocks[0]?.kind === 'list'
        ? messages.blocks[0].items.map(({ content }) => inlineText(content))
        : []
    expect(composition.head.title).toEqual({ text: '2 records in brief', lang: 'en' })
    expect(lines).toEqual([
      'Twelve national volunteers trained the committees to keep a breakdown log and a village fund.\u00A0[1\u00A0illustrative]',
      expect.stringContaining('Five years after it opened'),
    ])
    expect(composition.cited).toEqual(['wells', 'online-2005'])
  })

  it('falls back to the summary in another language, then to the start of the text, then to the title', () => {
    const opened = evidence({ id: 'opened', titles: { fr: 'Titre' } }, { opening: { fr: 'Le début du texte…' } })
    const bare = evidence({ id: 'bare', titles: { es: 'Solo un título' }, lang: 'es' })
    const composition = composeSelection(
      { records: ['swvr-2015', 'opened', 'bare'] },
      { ...setting('en'), evidence: [...EVIDENCE, opened, bare] },
      briefWords('en'),
    )
    const [messages] = composition.parts
    const first =
      messages?.kind === 'text' && messages.blocks[0]?.kind === 'list'
        ? messages.blocks[0].items.map(({ content }) => content[0])
        : []
    expect(first).toEqual([
      { kind: 'text', text: expect.stringContaining('Deuxième rapport mondial'), marks: [], lang: 'fr' },
      { kind: 'text', text: 'Le début du texte…', marks: [], lang: 'fr' },
      { kind: 'text', text: 'Solo un título', marks: [], lang: 'es' },
    ])
  })

  it('leaves out records that are deleted and takes the title and the search it is given', () => {
    const selection = { title: 'Ce que nous savons', records: everyId, query: 'volontariat' }
    const composition = composeSelection(selection, setting('fr'), briefWords('fr'))
    expect(composition.cited).not.toContain('withdrawn')
    expect(composition.head.title.text).toBe('Ce que nous savons')
    expect(composition.head.facts.map(({ content }) => inlineText(content))).toContain('«\u202Fvolontariat\u202F»')
  })

  it('sets a long selection as a list to read, not as a box', () => {
    const many = Array.from({ length: 9 }, (_, at) => evidence({ id: `fiche-${at}`, titles: { fr: `Fiche ${at}` } }))
    const records = many.map(({ card }) => card.id)
    const composition = composeSelection({ records }, { ...setting('fr'), evidence: many }, briefWords('fr'))
    expect(composition.parts[0]).toMatchObject({ title: 'Ce que disent les fiches', boxed: false })
    expect(
      composeSelection({ records: records.slice(1) }, { ...setting('fr'), evidence: many }, briefWords('fr')).parts[0],
    ).toMatchObject({
      title: 'Messages clés',
      boxed: true,
    })
  })
})
