import { useEffect, useState } from 'react'
import type { Lang } from '../../../core/model/lang.ts'
import type { Nearby } from '../../../core/nearby/nearby.ts'
import { call } from '../../app/client.ts'
import { useSession } from '../../app/session.ts'
import type { OpenSubject } from '../open-subject.ts'

/** Nothing is to move beside somebody who is in the middle of a sentence. */
const PAUSE_MS = 1_200

/** What stands near an open record or brief, asked again at a pause when it has changed; null until the first answer. */
export function useNearby(subject: OpenSubject, lang: Lang): Nearby | null {
  const [nearby, setNearby] = useState<Nearby | null>(null)
  useEffect(() => {
    let isHere = true
    let timer: ReturnType<typeof setTimeout> | undefined
    let isAnswered = false

    async function ask(): Promise<void> {
      const { view } = subject.state.getState()
      if (!view) return
      // A save has the engine to itself: what may matter can wait.
      if (useSession.getState().save?.kind === 'saving') return askSoon()
      // The fields below would move away from under somebody who is in one of them.
      if (isAnswered && document.activeElement?.closest('aside')) return askSoon()
      const outcome = await call('nearby.of', { id: view.id, lang })
      if (!isHere || !outcome.ok) return
      isAnswered = true
      setNearby(outcome.value)
    }
    function askSoon(): void {
      clearTimeout(timer)
      timer = setTimeout(() => void ask(), PAUSE_MS)
    }

    void ask()
    const forget = subject.state.subscribe(({ view }, before) => {
      if (view !== before.view) askSoon()
    })
    return () => {
      isHere = false
      clearTimeout(timer)
      forget()
    }
  }, [subject, lang])
  return nearby
}
