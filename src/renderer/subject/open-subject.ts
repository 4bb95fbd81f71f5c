import { createStore, type StoreApi } from 'zustand/vanilla'
import { fieldKey } from '../../core/history/change.ts'
import type { OpenValue } from '../../core/history/settle.ts'
import type { Outcome, Problem } from '../../core/problem.ts'
import type { FieldStep, RichView, SubjectView, ValueView } from '../../core/model/view.ts'
import { chooseValue } from './contested.ts'

/**
 * Something typed that the engine has not answered yet; `refused` says why where it would not have it. What it has
 * answered stays (`isSent`) while the caret is in its field.
 */
export type Draft = { readonly step: FieldStep; readonly refused: Problem | null; readonly isSent?: true }

/** What is shown of an open record, brief or theme. */
export type SubjectState = {
  readonly view: SubjectView | null
  readonly problem: Problem | null
  readonly drafts: Readonly<Record<string, Draft>>
}

/** What an open subject needs from its surroundings. */
export type SubjectPorts = {
  readonly load: () => Promise<Outcome<SubjectView>>
  readonly send: (steps: readonly FieldStep[]) => Promise<Outcome<SubjectView>>
  /** Runs something later; returns the way to call it off. */
  readonly after: (ms: number, run: () => void) => () => void
  /** A step that has no field on screen to complain beside was refused. */
  readonly onRefused: (problem: Problem) => void
}

/** One subject open in the window: what it holds, what was typed since, and the ways to change it. */
export type OpenSubject = {
  readonly state: StoreApi<SubjectState>
  /** Keeps a value that is being typed and sends it after a pause; `key` names what is typed into. */
  readonly type: (key: string, step: FieldStep) => void
  /** Sends steps at once, after what was typed before them. */
  readonly take: (...steps: readonly FieldStep[]) => void
  /** Settles a field on a value once everything typed is with the engine: what was typed a moment ago counts as seen. */
  readonly choose: (field: string, locale: string, chosen: OpenValue) => void
  /**
   * The caret is in a field: what a colleague wrote there meanwhile stands beside it as contested, and never comes
   * between two keystrokes.
   */
  readonly hold: (key: string) => void
  /** The caret has left, or what was done is taken back: the field shows what is in the record. */
  readonly release: () => void
  /** Sends everything, and waits until the engine has it. */
  readonly flush: () => Promise<void>
  /** Reads it again, after a change that came from elsewhere. */
  readonly reload: () => Promise<void>
  /** Whether steps of our own are on their way, so that the news of them says nothing new. */
  readonly isSending: () => boolean
}

const PAUSE_MS = 400
/** Whoever types without a pause is not to be left with words that only the window has. */
const AT_MOST_MS = 1_500
const RETRY_MS = 1_000
const RETRIES = 5

/**
 * Opens a subject. Steps leave one batch at a time and in order, and a value being typed names the value it was typed
 * over (`saw`): what a colleague wrote meanwhile stays in sight as contested and is never typed over unseen.
 */
export function openSubject(ports: SubjectPorts): OpenSubject {
  const state = createStore<SubjectState>()(() => ({ view: null, problem: null, drafts: {} }))
  let waiting: readonly FieldStep[] = []
  let held: readonly FieldStep[] = []
  let sending: Promise<void> | null = null
  let callOff: (() => void) | null = null
  let callOffLast: (() => void) | null = null
  let reads = 0
  let holding: string | null = null

  function type(key: string, step: FieldStep): void {
    const { drafts, view } = state.getState()
    const earlier = drafts[key]?.step
    const seen = earlier?.op === 'set' ? earlier.saw : shownId(view?.values[key])
    const sighted = step.op === 'set' && seen !== undefined ? { ...step, saw: seen } : step
    state.setState({ drafts: { ...drafts, [key]: { step: sighted, refused: null } } })
    callOff?.()
    callOff = ports.after(PAUSE_MS, () => void flush())
    callOffLast ??= ports.after(AT_MOST_MS, () => void flush())
  }

  function hold(key: string): void {
    holding = key
  }

  function release(): void {
    holding = null
    const { drafts } = state.getState()
    const open = Object.entries(drafts).filter(([, draft]) => !draft.isSent)
    if (open.length < Object.keys(drafts).length) state.setState({ drafts: Object.fromEntries(open) })
  }

  function take(...steps: readonly FieldStep[]): void {
    waiting = [...waiting, ...steps]
    void flush()
  }

  function choose(field: string, locale: string, chosen: OpenValue): void {
    void flush().then(() => {
      const value = state.getState().view?.values[fieldKey(field, locale)]
      if (value) take(chooseValue(field, locale, value, chosen))
    })
  }

  async function flush(): Promise<void> {
    callOff?.()
    callOffLast?.()
    callOff = null
    callOffLast = null
    for (let underWay = sending; underWay; underWay = sending) await underWay
    const typed = Object.entries(state.getState().drafts).filter(([, draft]) => draft.refused === null && !draft.isSent)
    const taken = [...held, ...waiting]
    if (typed.length + taken.length === 0) return
    held = []
    waiting = []
    sending = deliver(typed, taken).finally(() => {
      sending = null
    })
    await sending
    if (waiting.length > 0) await flush()
  }

  async function deliver(typed: readonly (readonly [string, Draft])[], taken: readonly FieldStep[]): Promise<void> {
    const outcome = await persist([...typed.map(([, draft]) => draft.step), ...taken])
    if (outcome.ok) settle(typed, outcome.value)
    else if (typed.length + taken.length > 1) await deliverOneByOne(typed, taken)
    else if (typed[0]) refuse(typed[0], outcome.problem)
    else {
      // Text is never dropped: it goes again with whatever is sent next.
      held = [...held, ...taken.filter((step) => step.op === 'edit')]
      ports.onRefused(outcome.problem)
    }
  }

  /** One bad step must not hold back the good ones that were sent with it. */
  async function deliverOneByOne(typed: readonly (readonly [string, Draft])[], taken: readonly FieldStep[]) {
    for (const draft of typed) await deliver([draft], [])
    for (const step of taken) await deliver([], [step])
  }

  /** An engine that was started again knows nothing of the steps under way: they are sent once more. */
  async function persist(steps: readonly FieldStep[]): Promise<Outcome<SubjectView>> {
    for (let tries = 1; ; tries += 1) {
      const outcome = await ports.send(steps)
      if (outcome.ok || outcome.problem.code !== 'engine-restarted' || tries >= RETRIES) return outcome
      await new Promise<void>((resolve) => ports.after(RETRY_MS, resolve))
    }
  }

  function settle(typed: readonly (readonly [string, Draft])[], view: SubjectView): void {
    reads += 1
    const drafts = { ...state.getState().drafts }
    for (const [key, sent] of typed) {
      const draft = drafts[key]
      if (draft?.step.op !== 'set' || (draft === sent && key !== holding)) {
        if (draft === sent) delete drafts[key]
        continue
      }
      const step = typedOver(draft.step, sent.step, view.values[key])
      drafts[key] = draft === sent ? { ...sent, step, isSent: true } : { ...draft, step }
    }
    show(view, drafts)
  }

  function show(view: SubjectView, drafts = state.getState().drafts): void {
    const before = state.getState().view?.rich
    const rich = Object.fromEntries(
      Object.entries(view.rich).map(([key, text]) => [key, keptIfSame(before?.[key], text)]),
    )
    state.setState({ view: { ...view, rich }, problem: null, drafts })
  }

  function refuse([key, sent]: readonly [string, Draft], problem: Problem): void {
    const { drafts } = state.getState()
    if (drafts[key] === sent) state.setState({ drafts: { ...drafts, [key]: { ...sent, refused: problem } } })
  }

  async function reload(): Promise<void> {
    reads += 1
    const read = reads
    const outcome = await ports.load()
    if (read !== reads) return
    if (outcome.ok) show(outcome.value)
    else state.setState({ problem: outcome.problem })
  }

  return { state, type, take, choose, hold, release, flush, reload, isSending: () => sending !== null }
}

/** An answer holds every text again; the editors only look at those that are not the very same as before. */
function keptIfSame(before: RichView | undefined, text: RichView): RichView {
  const isSame =
    before?.state.length === text.state.length && before.state.every((byte, index) => byte === text.state[index])
  return isSame ? before : text
}

/** The ids a person replaces by typing: the value shown in the field, not the contested ones beside it. */
function shownId(value: ValueView | undefined): readonly string[] {
  const shown = value?.open[0]
  return shown ? [shown.id] : []
}

/** What goes on being typed replaces what was sent of it, not what a colleague wrote there in the meantime. */
function typedOver(step: Extract<FieldStep, { op: 'set' }>, sent: FieldStep, value: ValueView | undefined): FieldStep {
  const own = value?.open.find((open) => sent.op === 'set' && JSON.stringify(open.value) === JSON.stringify(sent.value))
  return { ...step, saw: own ? [own.id] : shownId(value) }
}

/** Names the draft of one element of a set field. */
export function elementKeyOf(field: string, key: string): string {
  return `${field}#${key}`
}

/** Names the draft of a field, in one language where it is localized. */
export function draftKeyOf(field: string, locale: string): string {
  return fieldKey(field, locale)
}
