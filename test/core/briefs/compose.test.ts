import { describe, expect, it } from 'vitest'
import { composeBrief } from '../../../src/core/briefs/compose.ts'
import type { Composition, Part } from '../../../src/core/briefs/composition.ts'
import type { BriefContent } from '../../../src/core/briefs/content.ts'
import { inlineText } from '../../../src/core/briefs/inline-text.ts'
import { LANGS, type Lang } from '../../../src/core/model/lang.ts'
import { briefWords } from './brief-words.ts'
import { block, cite, nested, note, rich } from './rich.ts'
import { BRIEF, EVIDENCE, evidence, setting } from './story.ts'

function composed(lang: Lang, change: Partial<BriefContent> = {}): Composition {
  return composeBrief({ ...BRIEF, ...change }, setting(lang), briefWords(lang))
}

function part<K extends Part['kind']>(composition: Composition, kind: K, id: string): Extract<Part, { kind: K }> {
  const found = composition.parts.find((entry) => entry.kind === kind && entry.id === id)
  if (!found) throw new Error(`no ${kind} ${id}`)
  return found as Extract<Part, { kind: K }>
}

function firstLines(composition: Composition): readonly string[] {
  return part(composition, 'references', 'references').references.map(({ lines }) => lines.map(inlineText).join(' / '))
}

const onlyMessages = { narrative: {}, recommendations: {} }

describe('the composition of a brief', () => {
  it('stands in one order in every language', () => {
    for (const lang of LANGS) {
      expect(composed(lang).parts.map(({ id }) => id)).toEqual([
        'messages',
        'goals',
        'narrative',
        'recommendations',
        'figures',
        'evidence',
        'notes',
        'references',
      ])
    }
  })

  it('numbers records in the order the text first cites them', () => {
    const composition = composed('fr')
    expect(composition.cited).toEqual(['online-2005', 'swvr-2015', 'swvr-2011', 'wells', 'agenda-2030', 'withdrawn'])
    expect(
      part(composition, 'references', 'references').references.map(({ number, occurrences }) => [number, occurrences]),
    ).toEqual([
      [1, 2],
      [2, 3],
      [3, 2],
      [4, 2],
      [5, 1],
      [6, 1],
    ])
  })

  it('makes one citation of several side by side, in the order of their numbers and each once', () => {
    const { parts } = composed('fr', {
      ...onlyMessages,
      messages: {
        fr: rich(
          block('paragraph', 'Les comités se réunissent ', cite('online-2005'), '.'),
          block(
            'paragraph',
            'Ils rendent compte ',
            cite('swvr-2015'),
            ', ',
            cite('online-2005'),
            ' ; ',
            cite('swvr-2015'),
            '.',
          ),
        ),
      },
    })
    const text = parts.find(({ kind }) => kind === 'text')
    const lines =
      text?.kind === 'text' ? text.blocks.map((entry) => ('content' in entry ? inlineText(entry.content) : '')) : []
    expect(lines).toEqual(['Les comités se réunissent\u00A0[1].', 'Ils rendent compte\u00A0[1,\u00A02].'])
  })

  it('keeps notes where they are anchored and numbers them as they come', () => {
    const composition = composed('fr', {
      ...onlyMessages,
      messages: { fr: rich(block('paragraph', 'Un', note('premier'), ' deux', note('  '), note('second'))) },
    })
    expect(
      part(composition, 'notes', 'notes').notes.map(({ number, content }) => [number, inlineText(content)]),
    ).toEqual([
      [1, 'premier'],
      [2, 'second'],
    ])
  })

  it('shows the brief’s own language where a version is missing, and says so', () => {
    const composition = composed('es')
    expect(part(composition, 'text', 'narrative')).toMatchObject({ lang: 'fr', aside: 'en francés' })
    expect(part(composition, 'text', 'messages')).toMatchObject({ lang: 'es', aside: null })
    expect(composition.head.notices[0]).toBe('No disponible en español: análisis. Texto en francés.')
    expect(composition.checks).toContainEqual({ code: 'fallback', field: 'narrative', lang: 'fr' })
  })

  it('falls back for titles of records too, and marks their language', () => {
    const composition = composed('en')
    const reference = part(composition, 'references', 'references').references[4]
    expect(reference?.lines[0]?.[0]).toMatchObject({ lang: 'es', text: expect.stringContaining('Plan de acción') })
    expect(firstLines(composition)[4]).toContain('in Spanish')
  })

  it('gives a withdrawn record its number and nothing of its content', () => {
    const composition = composed('fr')
    expect(firstLines(composition)[5]).toBe('Preuve retirée. La fiche ne figure plus dans l’espace de travail.')
    expect(JSON.stringify(composition)).not.toContain('Témoignage retiré à la demande')
    expect(composition.head.notices).toContain(
      'La référence 6 a été retirée\u00A0: sa fiche ne figure plus dans l’espace de travail.',
    )
    expect(composition.checks).toContainEqual({ code: 'withdrawn', record: 'withdrawn', number: 6 })
    expect(part(composition, 'table', 'evidence').rows).toHaveLength(5)
  })

  it('treats a record that this workspace never had as withdrawn', () => {
    const composition = composed('en', {
      ...onlyMessages,
      messages: { en: rich(block('bullet', 'Wells work ', cite('lost'))) },
    })
    expect(composition.checks).toContainEqual({ code: 'withdrawn', record: 'lost', number: 1 })
    expect(composition.parts.map(({ id }) => id)).toEqual(['messages', 'references'])
  })

  it('says that a record is illustrative at the top, where it is used, in each table and in the references', () => {
    for (const lang of LANGS) {
      const composition = composed(lang)
      const mark = briefWords(lang)('tag.illustrative')
      expect(composition.head.notices.some((notice) => notice.includes('4'))).toBe(true)
      expect(firstLines(composition)[3]).toContain(mark)
      expect(JSON.stringify(part(composition, 'text', 'messages').blocks)).toContain(
        `"label":"${briefWords(lang)('citation.illustrative', { number: 4 })}"`,
      )
      const rows = (id: string) => part(composition, 'table', id).rows.map((row) => row.map(inlineText).join(' | '))
      expect(rows('evidence')[3]).toContain(mark)
      expect(rows('figures').at(-1)).toContain(mark)
      expect(composition.checks).toContainEqual(
        expect.objectContaining({ code: 'illustrative', record: 'wells', number: 4 }),
      )
    }
  })

  it('never lets an illustrative record look as if it rested on something', () => {
    const sure = evidence(
      { id: 'invented', titles: { fr: 'Fiche inventée' }, state: 'validated', illustrative: true },
      { source: { title: 'Rapport' }, figures: [{ key: 'a', value: 3, unit: 'puits', what: 'puits réparés' }] },
    )
    const content = {
      ...BRIEF,
      ...onlyMessages,
      messages: { fr: rich(block('bullet', 'Trois puits ', cite('invented'))) },
    }
    const composition = composeBrief(content, { ...setting('fr'), evidence: [sure] }, briefWords('fr'))
    expect(part(composition, 'table', 'evidence').rows[0]?.[4]?.[0]).toEqual({ kind: 'strength', filled: 0, of: 3 })
  })

  it('counts what each record rests on', () => {
    const marks = part(composed('fr'), 'table', 'evidence').rows.map((row) => row[4]?.[0])
    expect(marks.map((mark) => (mark?.kind === 'strength' ? mark.filled : null))).toEqual([3, 1, 3, 0, 0])
  })

  it('lists the figures of cited records with the number of their record', () => {
    const { rows } = part(composed('fr'), 'table', 'figures')
    expect(rows.map((row) => row.map(inlineText))).toContainEqual([
      '30\u202F000',
      'personnes',
      'personnes inscrites au service',
      'juillet 2005',
      '[1]',
    ])
    expect(rows.map((row) => inlineText(row[4] ?? []).slice(0, 3))).toEqual(['[1]', '[1]', '[1]', '[3]', '[4]'])
  })

  it('names the goals that records speak to, by number, without those they only mention', () => {
    const { goals } = part(composed('en'), 'goals', 'goals')
    expect(goals.map(({ code, targets }) => [code, ...targets])).toEqual([
      ['4', '4.4'],
      ['5', '5.5'],
      ['6', '6.b'],
      ['16', '16.6', '16.7'],
      ['17', '17.16', '17.17'],
    ])
    expect(goals[1]?.color).toBe('#FF3A21')
  })

  it('flags selected records that nothing cites, evidence that colleagues have not settled, and claims without evidence', () => {
    const { checks } = composed('fr')
    expect(checks).toContainEqual({ code: 'uncited', record: 'unused', title: 'Youth clubs map flood risk in Beira' })
    expect(checks).toContainEqual(expect.objectContaining({ code: 'contested', record: 'agenda-2030', number: 5 }))
    expect(checks.filter(({ code }) => code === 'unsupported')).toEqual([
      { code: 'unsupported', index: 3, text: 'Le moment est venu. La prochaine loi de finances s’écrit cette année.' },
    ])
  })

  it('takes a message as supported when a line nested under it cites evidence', () => {
    const { checks } = composed('fr', {
      ...onlyMessages,
      messages: {
        fr: rich(
          block('heading-2', 'Ce que nous savons'),
          block('bullet', 'Les comités tiennent'),
          nested(1, 'bullet', 'à Kaffrine ', cite('wells')),
          block('bullet', 'Les clubs aussi'),
          block('paragraph', 'Et partout ailleurs.'),
        ),
      },
    })
    expect(checks.flatMap((check) => (check.code === 'unsupported' ? [check.text] : []))).toEqual([
      'Les clubs aussi',
      'Et partout ailleurs.',
    ])
  })

  it('writes dates, numbers and names as each language does', () => {
    const facts = (lang: Lang) => composed(lang).head.facts.map(({ content }) => inlineText(content))
    expect(facts('en').slice(1, 3)).toEqual(['2 March 2026', 'English'])
    expect(facts('fr').slice(1, 3)).toEqual(['2 mars 2026', 'français'])
    expect(facts('es').slice(1, 3)).toEqual(['2 de marzo de 2026', 'español'])
    expect(firstLines(composed('es'))[0]).toContain('Bonn (Alemania) · marzo de 2000 – julio de 2005')
  })

  it('prints only addresses of the web and of mail as links', () => {
    const source = { title: 'Rapport', url: 'javascript:alert(1)' }
    const content = {
      ...BRIEF,
      ...onlyMessages,
      messages: { fr: rich(block('bullet', 'Selon le rapport ', cite('one'))) },
    }
    const one = evidence({ id: 'one', titles: { fr: 'Une fiche' } }, { source })
    const composition = composeBrief(content, { ...setting('fr'), evidence: [one] }, briefWords('fr'))
    const [reference] = part(composition, 'references', 'references').references
    expect(reference?.lines.flat().filter(({ kind }) => kind === 'link')).toEqual([])
    expect(inlineText(reference?.lines[2] ?? [])).toBe('Source\u00A0: Rapport, javascript:alert(1)')
  })

  it('holds no character that a format cannot, wherever it came from', () => {
    const titles = { fr: 'Un\u0000 deux\uD800\u0085 trois\u202F!' }
    const composition = composed('fr', { title: titles })
    expect(composition.head.title.text).toBe('Un deux\uFFFD trois\u202F!')
  })

  it('is the same for the same input', () => {
    expect(composed('es')).toEqual(composed('es'))
  })

  it('stands without evidence, and without text', () => {
    const empty = composeBrief(
      {
        lang: 'en',
        title: {},
        audience: {},
        question: {},
        messages: {},
        narrative: {},
        recommendations: {},
        records: [],
      },
      { ...setting('en'), evidence: [], workspace: '' },
      briefWords('en'),
    )
    expect(empty).toMatchObject({
      head: { title: { text: 'Untitled' }, notices: [] },
      parts: [],
      cited: [],
      checks: [],
    })
  })

  it('uses the evidence it is given and no more', () => {
    const before = structuredClone(EVIDENCE)
    composed('fr')
    expect(EVIDENCE).toEqual(before)
  })
})
