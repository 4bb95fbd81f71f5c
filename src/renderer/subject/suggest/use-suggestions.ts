import { useEffect, useState } from 'react'
import type { Lang } from '../../../core/model/lang.ts'
import type { RecordSuggestions } from '../../../core/suggest/suggest-fields.ts'
import { call } from '../../app/client.ts'
import { useSession } from '../../app/session.ts'
import type { OpenSubject } from '../open-subject.ts'

/** Suggestions wait for a pause: nothing is to move beside somebody who is in the middle of a word. */
const PAUSE_MS = 700

/** What the text of an open record speaks for, asked again when it has changed; null until the first answer. */
export function useSuggestions(subject: OpenSubject, lang: Lang, isWanted: boolean): RecordSuggestions | null {
  const [suggestions, setSuggestions] = useState<RecordSuggestions | null>(null)
  useEffect(() => {
    if (!isWanted) return undefined
    let isHere = true
    let timer: ReturnType<typeof setTimeout> | undefined
    let asked: string | null = null

    async function ask(): Promise<void> {
      const { view } = subject.state.getState()
      const texts = view ? textsOf(view.values, view.rich) : null
      if (!view || texts === asked) return
      // A save has the engine to itself: suggestions can wait, the person's work cannot.
      if (useSession.getState().save?.kind === 'saving') return askSoon()
      asked = texts
      const outcome = await call('suggest.record', { id: view.id, lang })
      if (isHere && outcome.ok) setSuggestions(outcome.value)
    }
    function askSoon(): void {
      clearTimeout(timer)
      timer = setTimeout(() => void ask(), PAUSE_MS)
    }

    void ask()
    const forget = subject.state.subscribe(({ view }, before) => {
      if (view === before.view) return
      if (before.view === null) void ask()
      else askSoon()
    })
    return () => {
      isHere = false
      clearTimeout(timer)
      forget()
    }
  }, [subject, lang, isWanted])
  return isWanted ? suggestions : null
}

/** Everything that is read for suggestions, to tell whether it has changed. */
function textsOf(
  values: Readonly<Record<string, { readonly value: unknown }>>,
  rich: Readonly<Record<string, { readonly text: string }>>,
): string {
  const plain = Object.entries(values).flatMap(([key, { value }]) => (typeof value === 'string' ? [[key, value]] : []))
  return JSON.stringify([plain, Object.entries(rich).map(([key, { text }]) => [key, text])])
}
