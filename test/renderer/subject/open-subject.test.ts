import { describe, expect, it } from 'vitest'
import { fieldKey } from '../../../src/core/history/change.ts'
import type { FieldStep, SubjectView } from '../../../src/core/model/view.ts'
import { done, type Outcome, type Problem, refused } from '../../../src/core/problem.ts'
import { openSubject } from '../../../src/renderer/subject/open-subject.ts'

const TITLE = 'title:fr'

/** An engine with one record whose answers are let go one by one, and a clock that is turned by hand. */
function surroundings(title: string) {
  let view = viewOf([{ id: 'their-1', value: title }])
  let stamp = 0
  const sent: (readonly FieldStep[])[] = []
  const late: (() => void)[] = []
  const answers: (() => void)[] = []
  const complaints: Problem[] = []
  let arriving: (() => void) | undefined
  let refuse: (steps: readonly FieldStep[]) => Problem | null = () => null

  function apply(steps: readonly FieldStep[]): void {
    for (const step of steps) {
      if (step.op !== 'set') continue
      stamp += 1
      const key = fieldKey(step.field, step.locale ?? '')
      const rest = (view.values[key]?.open ?? []).filter((open) => !(step.saw ?? []).includes(open.id))
      view = viewOf([
        { id: `our-${stamp}`, value: step.value as string },
        ...rest.map(({ id, value }) => ({ id, value: value as string })),
      ])
    }
  }

  const subject = openSubject({
    load: async () => done(view),
    send: (steps) =>
      new Promise<Outcome<SubjectView>>((resolve) => {
        sent.push(steps)
        answers.push(() => {
          const problem = refuse(steps)
          if (problem) resolve(refused(problem))
          else {
            apply(steps)
            arriving?.()
            arriving = undefined
            resolve(done(view))
          }
        })
      }),
    after: (_ms, run) => {
      late.push(run)
      return () => void late.splice(late.indexOf(run), 1)
    },
    onRefused: (problem) => complaints.push(problem),
  })

  return {
    subject,
    sent,
    complaints,
    typeTitle: (value: string) => subject.type(TITLE, { op: 'set', field: 'title', locale: 'fr', value }),
    titleNow: () => view.values[TITLE],
    arrive: (id: string, value: string, replaces: readonly string[]) => {
      const rest = (view.values[TITLE]?.open ?? []).filter((open) => !replaces.includes(open.id))
      view = viewOf([{ id, value }, ...rest.map((open) => ({ id: open.id, value: open.value as string }))])
    },
    /** Arrives in the moment between what is sent next and the answer to it, as the latest value. */
    arriveMeanwhile: (id: string, value: string) => {
      arriving = () => {
        const rest = view.values[TITLE]?.open ?? []
        view = viewOf([{ id, value }, ...rest.map((open) => ({ id: open.id, value: open.value as string }))])
      }
    },
    refuseWhen: (rule: typeof refuse) => {
      refuse = rule
    },
    passTime: async () => {
      for (const run of late.splice(0)) run()
      await new Promise((resolve) => setTimeout(resolve, 0))
    },
    answer: async () => {
      for (const release of answers.splice(0)) release()
      await new Promise((resolve) => setTimeout(resolve, 0))
    },
  }
}

function viewOf(open: readonly { id: string; value: string }[]): SubjectView {
  const values = open.map(({ id, value }) => ({ id, value, author: 'Awa Diop', at: 0 }))
  return {
    id: 'r1',
    kind: 'lesson',
    createdAt: 0,
    modifiedAt: 0,
    author: 'Awa Diop',
    deleted: false,
    values: {
      [TITLE]: {
        value: values[0]?.value ?? null,
        open: values,
        contested: new Set(open.map(({ value }) => value)).size > 1,
      },
    },
    sets: {},
    rich: { 'lesson:fr': { state: new Uint8Array([1, 2, 3]), text: 'Les anciens savent.' } },
  }
}

describe('what is typed into an open record', () => {
  it('is sent once after a pause, naming the value it was typed over', async () => {
    const here = surroundings('Écouter avant de bâtir')
    await here.subject.reload()
    here.typeTitle('Écouter d')
    here.typeTitle('Écouter d’abord')
    expect(here.sent).toEqual([])
    await here.passTime()
    await here.answer()
    expect(here.sent).toEqual([
      [{ op: 'set', field: 'title', locale: 'fr', value: 'Écouter d’abord', saw: ['their-1'] }],
    ])
    expect(here.subject.state.getState().drafts).toEqual({})
    expect(here.subject.state.getState().view?.values[TITLE]?.value).toBe('Écouter d’abord')
  })

  it('goes on while an answer is awaited, and then replaces only its own earlier value', async () => {
    const here = surroundings('Écouter')
    await here.subject.reload()
    here.typeTitle('Écouter les')
    await here.passTime()
    here.typeTitle('Écouter les anciens')
    await here.answer()
    await here.passTime()
    await here.answer()
    expect(here.sent[1]).toEqual([
      { op: 'set', field: 'title', locale: 'fr', value: 'Écouter les anciens', saw: ['our-1'] },
    ])
    expect(here.titleNow()?.open.map((open) => open.id)).toEqual(['our-2'])
  })

  it('never types over what came in while it was sent, however much later that was written', async () => {
    const here = surroundings('Écouter')
    await here.subject.reload()
    here.typeTitle('Écouter les')
    await here.passTime()
    here.typeTitle('Écouter les anciens')
    here.arriveMeanwhile('their-2', 'Écouter les femmes')
    await here.answer()
    await here.passTime()
    await here.answer()
    expect(here.titleNow()?.open.map((open) => open.value)).toEqual(['Écouter les anciens', 'Écouter les femmes'])
  })

  it('stays in its field while the caret is there, whatever arrives, and goes on from there', async () => {
    const here = surroundings('Écouter')
    await here.subject.reload()
    here.subject.hold(TITLE)
    here.typeTitle('Écouter les')
    await here.passTime()
    await here.answer()
    here.arrive('their-2', 'Écouter les femmes', ['their-1'])
    await here.subject.reload()
    const draft = () => here.subject.state.getState().drafts[TITLE]?.step
    expect(draft()).toMatchObject({ value: 'Écouter les' })
    await here.passTime()
    expect(here.sent).toHaveLength(1)
    here.typeTitle('Écouter les anciens')
    await here.passTime()
    await here.answer()
    expect(here.titleNow()?.open.map((open) => open.value)).toEqual(['Écouter les anciens', 'Écouter les femmes'])
    here.subject.release()
    expect(draft()).toBeUndefined()
  })

  it('never types over what a colleague wrote meanwhile: both stay open', async () => {
    const here = surroundings('Écouter')
    await here.subject.reload()
    here.typeTitle('Écouter les jeunes')
    here.arrive('their-2', 'Écouter les femmes', ['their-1'])
    await here.subject.reload()
    await here.passTime()
    await here.answer()
    expect(here.titleNow()?.open.map((open) => open.value)).toEqual(['Écouter les jeunes', 'Écouter les femmes'])
    expect(here.titleNow()?.contested).toBe(true)
  })

  it('keeps what the engine refuses in the field, and lets the rest of the batch through', async () => {
    const here = surroundings('Écouter')
    const tooLong: Problem = { code: 'text-too-long', field: 'title', length: 1001, limit: 1000 }
    here.refuseWhen((steps) => (steps.some((step) => step.op === 'set' && step.value === 'x') ? tooLong : null))
    await here.subject.reload()
    here.typeTitle('x')
    here.subject.take({ op: 'add', field: 'sdgs', value: { code: '5', strength: 'principal' } })
    await here.answer()
    await here.answer()
    await here.answer()
    expect(here.sent.map((steps) => steps.map((step) => step.op))).toEqual([['set', 'add'], ['set'], ['add']])
    expect(here.subject.state.getState().drafts[TITLE]?.refused).toEqual(tooLong)
    here.typeTitle('Écouter d’abord')
    expect(here.subject.state.getState().drafts[TITLE]?.refused).toBeNull()
  })

  it('tells about a refused step that has no field to complain beside', async () => {
    const here = surroundings('Écouter')
    const unknown: Problem = { code: 'unknown-sdg', sdg: '18' }
    here.refuseWhen(() => unknown)
    here.subject.take({ op: 'add', field: 'sdgs', value: { code: '18', strength: 'principal' } })
    await here.answer()
    expect(here.complaints).toEqual([unknown])
  })

  it('is not lost when it is formatted text that could not be taken: it goes with what is sent next', async () => {
    const here = surroundings('Écouter')
    const edit: FieldStep = { op: 'edit', field: 'lesson', locale: 'fr', update: new Uint8Array([1]) }
    let isRefusing = true
    here.refuseWhen(() => (isRefusing ? { code: 'unexpected', ref: 'call records.change' } : null))
    here.subject.take(edit)
    await here.answer()
    isRefusing = false
    here.subject.take({ op: 'set', field: 'state', value: 'in-review' })
    await here.answer()
    expect(here.sent.at(-1)).toEqual([edit, { op: 'set', field: 'state', value: 'in-review' }])
  })

  it('is sent again to an engine that had to be started again', async () => {
    const here = surroundings('Écouter')
    await here.subject.reload()
    let restarts = 1
    here.refuseWhen(() => {
      restarts -= 1
      return restarts >= 0 ? { code: 'engine-restarted' } : null
    })
    here.typeTitle('Écouter d’abord')
    await here.passTime()
    await here.answer()
    await here.passTime()
    await here.answer()
    expect(here.titleNow()?.value).toBe('Écouter d’abord')
    expect(here.subject.state.getState().drafts).toEqual({})
  })

  it('counts as seen by whoever then settles the field on another value', async () => {
    const here = surroundings('Écouter')
    here.arrive('their-2', 'Écouter les femmes', [])
    await here.subject.reload()
    const theirs = here.titleNow()?.open[0]
    if (!theirs) throw new Error('nothing arrived')
    here.typeTitle('Écouter les femmes du quartier')
    here.subject.choose('title', 'fr', theirs)
    await here.answer()
    await here.answer()
    expect(here.titleNow()?.open.map((open) => open.value)).toEqual(['Écouter les femmes'])
  })

  it('leaves texts alone that an answer merely repeats', async () => {
    const here = surroundings('Écouter')
    await here.subject.reload()
    const before = here.subject.state.getState().view?.rich['lesson:fr']
    here.typeTitle('Écouter d’abord')
    await here.passTime()
    await here.answer()
    expect(here.subject.state.getState().view?.rich['lesson:fr']).toBe(before)
  })

  it('is all with the engine once a flush has ended', async () => {
    const here = surroundings('Écouter')
    await here.subject.reload()
    here.typeTitle('Écouter d’abord')
    const flushed = here.subject.flush()
    here.subject.take({ op: 'set', field: 'state', value: 'in-review' })
    await here.answer()
    await here.answer()
    await flushed
    expect(here.sent.flat().map((step) => step.field)).toEqual(['title', 'state'])
  })
})

it('does not keep to itself what is typed without a pause', async () => {
  const timers = new Map<() => void, number>()
  const sent: (readonly FieldStep[])[] = []
  const subject = openSubject({
    load: async () => refused({ code: 'workspace-not-open' }),
    send: async (steps) => {
      sent.push(steps)
      return refused({ code: 'workspace-not-open' })
    },
    after: (ms, run) => {
      timers.set(run, ms)
      return () => void timers.delete(run)
    },
    onRefused: () => undefined,
  })
  for (const value of ['L', 'Le', 'Les', 'Les puits']) {
    subject.type(TITLE, { op: 'set', field: 'title', locale: 'fr', value })
  }
  // One pause that every letter puts off, and one deadline that none of them does.
  expect([...timers.values()].sort((a, b) => a - b)).toEqual([400, 1_500])
  const [deadline] = [...timers].find(([, ms]) => ms === 1_500) ?? []
  deadline?.()
  await Promise.resolve()
  expect(sent).toHaveLength(1)
})
