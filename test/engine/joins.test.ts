import { describe, expect, it } from 'vitest'
import { contestedKeys } from '../../src/core/history/project.ts'
import type { FieldStep } from '../../src/core/model/view.ts'
import { clientIdOf } from '../../src/core/rich-text/client-id.ts'
import type { Inline } from '../../src/core/rich-text/document.ts'
import { citedIn } from '../../src/core/rich-text/cited.ts'
import { readDocument } from '../../src/core/rich-text/read-document.ts'
import { writeDocument } from '../../src/core/rich-text/write-document.ts'
import { join } from '../../src/engine/joins.ts'
import { createAlike } from '../../src/engine/settling/alike.ts'
import { apartIn } from '../../src/engine/joins.ts'
import { listThemes } from '../../src/engine/themes.ts'
import type { Workspace } from '../../src/engine/workspace.ts'
import { must, problemOf, title } from '../support/engine.ts'
import { exchange, inMemory } from '../support/in-memory.ts'
import { tickingClock } from '../support/ports.ts'

/** Ana and Luc, each with a copy of one workspace, and three ids in their order. */
function two() {
  const now = tickingClock()
  const [ana, luc] = [inMemory('Ana', now), inMemory('Luc', now)]
  must(ana.create('workspace', 'fr', [{ op: 'set', field: 'name', value: 'Sahel' }], 'workspace'))
  return { ana, luc }
}

function make(workspace: Workspace, id: string, steps: readonly FieldStep[], kind = 'case-study'): string {
  return must(workspace.create(kind, 'fr', steps, id.padEnd(16, '0')))
}

function write(workspace: Workspace, subject: string, content: string | readonly Inline[], field = 'body'): void {
  const inlines: readonly Inline[] =
    typeof content === 'string' ? [{ kind: 'text', text: content, marks: [] }] : content
  const document = { blocks: [{ kind: 'paragraph', indent: 0, content: inlines }] } as const
  const update = writeDocument(subject, field, 'fr', document, clientIdOf(workspace.clock.next()))
  must(workspace.change(subject, [{ op: 'edit', field, locale: 'fr', update }]))
}

function textOf(workspace: Workspace, id: string, field = 'body'): string {
  return must(workspace.view(id)).rich[`${field}:fr`]?.text ?? ''
}

const add = (
  field: string,
  value: FieldStep extends infer S ? (S extends { op: 'add'; value: infer V } ? V : never) : never,
): FieldStep => ({ op: 'add', field, value })

/** The same story, told twice: first by Ana, then from the programme's list. */
function toldTwice(workspace: Workspace) {
  const a = make(workspace, 'a', [title('Les puits de Podor'), add('countries', 'SEN'), add('sdgs', '6.1')])
  const b = make(workspace, 'b', [
    title('Les puits de Podor'),
    { op: 'set', field: 'title', locale: 'en', value: 'The wells of Podor' },
    { op: 'set', field: 'summary', locale: 'fr', value: 'Douze puits.' },
    { op: 'set', field: 'externalId', value: 'UNV-7' },
    add('countries', 'SEN'),
    add('sdgs', '5'),
  ])
  write(workspace, a, 'Ana a compté les puits.')
  write(workspace, b, 'Le rapport en compte douze.')
  return { a, b }
}

describe('two records that are joined', () => {
  it('are one that says all that both said, and everything that spoke of the other speaks of it', () => {
    const { ana } = two()
    const { a, b } = toldTwice(ana)
    const brief = make(ana, 'c', [add('records', b)], 'brief')
    write(ana, brief, [{ kind: 'citation', record: b }], 'narrative')
    expect(must(join(ana, b, a)).kept).toBe(a)
    expect(textOf(ana, a)).toBe('Ana a compté les puits.\nLe rapport en compte douze.')
    expect(ana.store.card(a)).toMatchObject({
      externalId: 'UNV-7',
      titles: { fr: 'Les puits de Podor', en: 'The wells of Podor' },
      summaries: { fr: 'Douze puits.' },
      countries: ['SEN'],
      sdgs: [{ code: '6.1' }, { code: '5' }],
      contested: 0,
    })
    expect(ana.store.card(b)?.deleted).toBe(true)
    const view = must(ana.view(brief))
    expect(view.sets['records']?.map(({ key }) => key)).toEqual([a])
    expect(citedIn(readDocument(view.rich['narrative:fr']?.state ?? new Uint8Array([0, 0])))).toEqual([a])
  })

  it('leave what they say differently to a person, and take nothing from what is kept', () => {
    const { ana } = two()
    const { a, b } = toldTwice(ana)
    must(ana.change(b, [title('Podor : douze puits'), { op: 'set', field: 'period', value: { from: '2011' } }]))
    must(
      ana.change(a, [
        { op: 'set', field: 'period', value: { from: '2012' } },
        { op: 'set', field: 'externalId', value: 'X' },
      ]),
    )
    must(join(ana, a, b))
    const joined = ana.subject(a)
    expect(joined && contestedKeys(joined)).toEqual(['title:fr', 'period'])
    expect(joined?.values.get('title:fr')?.open.map(({ value }) => value)).toEqual([
      'Podor : douze puits',
      'Les puits de Podor',
    ])
    expect(joined?.values.get('externalId')?.value).toBe('X')
  })

  it('are two again when the join is undone, and one when it is done again', () => {
    const { ana } = two()
    const { a, b } = toldTwice(ana)
    const brief = make(ana, 'c', [add('records', b)], 'brief')
    const before = [a, b, brief].map((id) => ana.store.card(id))
    must(join(ana, a, b))
    must(ana.undo())
    const shown = (card: unknown) => ({ ...(card as object), modifiedAt: 0 })
    expect([a, b, brief].map((id) => ana.store.card(id)).map(shown)).toEqual(before.map(shown))
    expect(textOf(ana, a)).toBe('Ana a compté les puits.')
    expect(must(ana.view(brief)).sets['records']?.map(({ key }) => key)).toEqual([b])
    must(ana.redo())
    expect(textOf(ana, a)).toBe('Ana a compté les puits.\nLe rapport en compte douze.')
    must(ana.undo())
    must(join(ana, a, b))
    expect(textOf(ana, a)).toBe('Ana a compté les puits.\nLe rapport en compte douze.')
    expect(ana.store.card(b)?.deleted).toBe(true)
  })

  it('are joined once where two people join them apart, although one has written on', () => {
    const { ana, luc } = two()
    const { a, b } = toldTwice(ana)
    const brief = make(ana, 'c', [], 'brief')
    write(ana, brief, [{ kind: 'citation', record: b }], 'narrative')
    exchange(ana, luc)
    write(luc, a, 'Luc a visité Podor. ')
    must(join(ana, a, b))
    must(join(luc, b, a))
    exchange(ana, luc)
    for (const { store } of [ana, luc]) expect(store.card(a)).toMatchObject({ contested: 0, deleted: false })
    expect(textOf(ana, a)).toBe(textOf(luc, a))
    expect(textOf(ana, a).split('Le rapport en compte douze.')).toHaveLength(2)
    expect(textOf(ana, a).endsWith('\nLe rapport en compte douze.')).toBe(true)
    const state = must(ana.view(brief)).rich['narrative:fr']?.state ?? new Uint8Array([0, 0])
    expect(citedIn(readDocument(state))).toEqual([a])
  })

  it('stay apart in what a colleague wrote in the one that went: it is back, to be settled', () => {
    const { ana, luc } = two()
    const { a, b } = toldTwice(ana)
    exchange(ana, luc)
    must(join(ana, a, b))
    must(luc.change(b, [title('Podor, vu par Luc')]))
    exchange(ana, luc)
    const left = ana.subject(b)
    expect(left?.deleted).toBe(false)
    expect(left && contestedKeys(left)).toEqual(['lifecycle'])
    must(join(ana, a, b))
    expect(ana.store.card(b)?.deleted).toBe(true)
    expect(textOf(ana, a).split('Le rapport en compte douze.')).toHaveLength(2)
    expect(
      ana
        .subject(a)
        ?.values.get('title:fr')
        ?.open.map(({ value }) => value),
    ).toContain('Podor, vu par Luc')
  })

  it('are of one kind, and two', () => {
    const { ana } = two()
    const { a } = toldTwice(ana)
    const lesson = make(ana, 'l', [title('Les puits de Podor')], 'lesson')
    expect(problemOf(join(ana, a, lesson))).toEqual({ code: 'not-joinable', one: a, other: lesson })
    expect(problemOf(join(ana, a, a))).toMatchObject({ code: 'not-joinable' })
    expect(problemOf(join(ana, a, 'nobody'))).toMatchObject({ code: 'unknown-record' })
  })
})

describe('two themes that are joined', () => {
  const label = (locale: 'fr' | 'en' | 'es', value: string): FieldStep => ({ op: 'set', field: 'label', locale, value })

  function committees(workspace: Workspace) {
    const fr = make(workspace, 't1', [label('fr', 'Comités de l’eau')], 'theme')
    const en = make(workspace, 't2', [label('en', 'Water committees'), label('fr', 'Comités de l’eau')], 'theme')
    const child = make(workspace, 't3', [label('en', 'Treasurers'), { op: 'set', field: 'parent', value: en }], 'theme')
    const record = make(workspace, 'r', [title('Podor'), add('themes', en)])
    return { fr, en, child, record }
  }

  it('are one theme, which records, other languages and narrower themes go over to', () => {
    const { ana } = two()
    const { fr, en, child, record } = committees(ana)
    expect(createAlike(ana).pairs()).toEqual([{ what: 'theme', kept: fr, other: en, because: 'label' }])
    must(join(ana, en, fr))
    expect(ana.store.card(record)?.themes).toEqual([fr])
    expect(listThemes(ana.store).filter(({ own }) => own)).toEqual([
      expect.objectContaining({ id: fr, labels: { fr: 'Comités de l’eau', en: 'Water committees' } }),
      expect.objectContaining({ id: child, parent: fr }),
    ])
    expect(createAlike(ana).pairs()).toEqual([])
    must(ana.undo())
    expect(ana.store.card(record)?.themes).toEqual([en])
    expect(listThemes(ana.store).filter(({ own }) => own)).toHaveLength(3)
  })

  it('may be one of the workspace and a built-in one, which is kept', () => {
    const { ana } = two()
    const own = make(ana, 't1', [label('es', 'Gobernanza')], 'theme')
    const record = make(ana, 'r', [title('Podor'), add('themes', own)])
    const [pair] = createAlike(ana).pairs()
    expect(pair).toMatchObject({ what: 'theme', other: own, because: 'label' })
    must(join(ana, own, pair?.kept ?? ''))
    expect(ana.store.card(record)?.themes).toEqual([pair?.kept])
  })

  it('are offered once more where a colleague has used the one that went', () => {
    const { ana, luc } = two()
    const { fr, en, record } = committees(ana)
    exchange(ana, luc)
    const alike = createAlike(ana)
    alike.pairs()
    must(join(ana, fr, en))
    const other = make(luc, 'z', [title('Matam'), add('themes', en)])
    exchange(ana, luc)
    alike.refresh([record, other, fr, en])
    expect(alike.pairs()).toEqual([{ what: 'theme', kept: fr, other: en, because: 'joined' }])
    must(join(ana, fr, en))
    expect(ana.store.card(other)?.themes).toEqual([fr])
    expect(ana.subject(en)?.deleted).toBe(true)
  })
})

describe('records that may be the same', () => {
  it('have one external id, or one title and nothing that speaks against it', () => {
    const { ana } = two()
    const { a, b } = toldTwice(ana)
    const c = make(ana, 'c', [{ op: 'set', field: 'externalId', value: 'UNV-7' }, title('Podor')])
    make(ana, 'd', [title('Les puits de Podor'), add('countries', 'MLI')])
    make(ana, 'e', [title('Introduction')])
    make(ana, 'f', [title('Introduction')])
    make(ana, 'g', [title('Les puits de Podor')], 'lesson')
    expect(createAlike(ana).pairs()).toEqual([
      { what: 'record', kept: a, other: b, because: 'title' },
      { what: 'record', kept: b, other: c, because: 'external-id' },
    ])
  })

  it('are not offered again once somebody has said that they are two', () => {
    const { ana, luc } = two()
    const { a, b } = toldTwice(ana)
    const work = ana.work()
    must(apartIn(ana, work, b, a))
    ana.commit(work, 'step')
    exchange(ana, luc)
    expect(createAlike(luc).pairs()).toEqual([])
  })
})
