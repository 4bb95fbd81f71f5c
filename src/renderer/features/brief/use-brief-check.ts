import { useEffect, useState } from 'react'
import type { BriefCheck } from '../../../core/briefs/check.ts'
import type { Lang } from '../../../core/model/lang.ts'
import { call, listen } from '../../app/client.ts'
import type { OpenSubject } from '../../subject/open-subject.ts'

const PAUSE_MS = 500

/** What is weak about a brief in one language, asked again a moment after anything in the workspace changed. */
export function useBriefCheck(
  id: string,
  lang: Lang,
  subject: OpenSubject,
): { readonly check: BriefCheck | null; readonly version: number } {
  const [check, setCheck] = useState<BriefCheck | null>(null)
  const [version, setVersion] = useState(0)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isCurrent = true
    function ask(): void {
      void call('briefs.check', { id, lang }).then((outcome) => {
        if (!isCurrent || !outcome.ok) return
        setCheck(outcome.value)
        setVersion((count) => count + 1)
      })
    }
    function askSoon(): void {
      clearTimeout(timer)
      timer = setTimeout(ask, PAUSE_MS)
    }
    const mute = listen('subjects.changed', askSoon)
    // What is being written here is known before the engine has made it a change.
    const forget = subject.state.subscribe((now, before) => {
      if (now.view !== before.view) askSoon()
    })
    ask()
    return () => {
      isCurrent = false
      clearTimeout(timer)
      mute()
      forget()
    }
  }, [id, lang, subject])

  return { check, version }
}
