import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ask, found, openLibrary, type Story, STORIES } from './stories.ts'

const ASKED = ['école', 'organ', 'SDG 5', 'volunters', 'la', 'eau ligne']

function answers({ library }: Pick<ReturnType<typeof openLibrary>, 'library'>) {
  return ASKED.map((query) => library.search(ask(query)))
}

function indexed(stories: readonly Story[] = STORIES) {
  const open = openLibrary(stories)
  while (!open.library.step(1));
  return open
}

function reopened(lines: Iterable<string>, stories: readonly Story[] = STORIES) {
  const open = openLibrary(stories)
  open.library.load(lines)
  while (!open.library.step(0));
  return open
}

describe('a kept index', () => {
  const lines = [...indexed().library.save()]

  it('answers as the one it was kept from', () => {
    expect(answers(reopened(lines))).toEqual(answers(indexed()))
  })

  it('gives the same lines again, whether it was kept or made', () => {
    const again = [...reopened(lines).library.save()]
    expect(again.slice(0, -1).map((line) => JSON.parse(line)[0])).toEqual(
      lines.slice(0, -1).map((line) => JSON.parse(line)[0]),
    )
    expect(answers(reopened(again))).toEqual(answers(indexed()))
  })

  it('answers before it has been compared with the texts', () => {
    const many = Array.from({ length: 40 }, (_, at): Story => ({ ...(STORIES[at % 5] as Story), id: `r${at}` }))
    const kept = [...indexed(many).library.save()]
    const { library } = openLibrary(many)
    library.load(kept)
    for (const _ of kept) library.step(0)
    expect(library.search(ask('agua')).indexed).toBe(1)
  })

  it('is put right where records changed, came or went meanwhile', () => {
    const now = [
      ...STORIES.slice(1),
      { id: 'new', lang: 'en', versions: { en: { title: 'A school for Potosí' } } },
      { ...(STORIES[1] as Story), versions: { en: { title: 'Nothing about it' } } },
    ] satisfies readonly Story[]
    expect(answers(reopened(lines, now))).toEqual(answers(indexed(now)))
  })

  it('is made anew where the lines are cut off, mixed up, of other rules, or not ours', () => {
    const damaged = [
      [],
      lines.slice(0, -1),
      lines.slice(0, 3),
      [...lines.slice(0, 2), ...lines.slice(3)],
      lines.map((line) => line.replace('["temoin-search",1]', '["temoin-search",0]')),
      lines.map((line, at) => (at === 2 ? line.slice(0, 40) : line)),
      lines.map((line, at) => (at === 2 ? '["niger-ecole",1,[],[7,7]]' : line)),
      ['{}', '', 'null'],
      [lines[0] ?? '', 'null'],
    ]
    for (const broken of damaged) expect(answers(reopened(broken))).toEqual(answers(indexed()))
  })

  it('survives any single wrong character', () => {
    const whole = lines.join('\n')
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.constantFrom('0', '9', '"', ',', 'é'), (at, character) => {
        const wrong = (whole.slice(0, at) + character + whole.slice(at + 1)).split('\n')
        expect(answers(reopened(wrong))).toEqual(answers(indexed()))
      }),
      { numRuns: 60 },
    )
  })

  it('ends early when the library changes while it is written', () => {
    const { library, put } = indexed()
    const writing = library.save()[Symbol.iterator]()
    const begun = [writing.next().value, writing.next().value]
    put({ ...(STORIES[4] as Story), versions: { en: { title: 'Beekeepers' } } })
    expect(found(library, 'beekeepers')).toEqual(['who-is-who'])
    expect(writing.next().done).toBe(true)
    expect(answers(reopened(begun as string[]))).toEqual(answers(indexed()))
  })
})
