import { createContext, use, useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { Lang } from '../../core/model/lang.ts'
import type { Ask } from '../../ipc/contract.ts'
import { call, listen } from '../app/client.ts'
import { onFlush } from '../app/flush.ts'
import { notifyProblem } from '../ui/notify-problem.ts'
import { type OpenSubject, openSubject, type SubjectState } from './open-subject.ts'

/** The open subject as its fields use it, and the content language they show. */
export type SubjectHere = {
  readonly subject: OpenSubject
  readonly lang: Lang
  readonly isReadOnly: boolean
}

/** Gives the fields of a place their subject. */
export const SubjectContext = createContext<SubjectHere | null>(null)

/** The subject that the place around a field has open. */
export function useSubjectHere(): SubjectHere {
  const here = use(SubjectContext)
  if (!here) throw new Error('a field stands outside of its subject')
  return here
}

/** A part of what is shown of the open subject; the component follows that part alone. */
export function useSubjectState<T>(subject: OpenSubject, select: (state: SubjectState) => T): T {
  return useStore(subject.state, select)
}

/** Opens a record, brief or theme for as long as the component lives: kept live, and nothing typed is left behind. */
export function useOpenSubject(id: string): OpenSubject {
  const subject = useMemo(() => open(id), [id])
  useEffect(() => {
    const flush = () => void subject.flush()
    const forget = onFlush(async () => {
      // The editors hand over what they hold in this same turn; it has to go along.
      await Promise.resolve()
      await subject.flush()
    })
    const mute = listen('subjects.changed', ({ ids, origin }) => {
      if (origin === 'undo') subject.release()
      const isOurs = origin === 'step' && subject.isSending()
      if (ids.includes(id) && !isOurs) void subject.reload()
    })
    window.addEventListener('pagehide', flush)
    void subject.reload()
    return () => {
      window.removeEventListener('pagehide', flush)
      mute()
      void subject.flush().finally(forget)
    }
  }, [id, subject])
  return subject
}

function open(id: string): OpenSubject {
  return openSubject({
    load: () => call('records.view', { id }),
    // The contract's lists are writable only in name: nothing writes to them.
    send: (steps) => call('records.change', { id, steps: steps as Ask<'records.change'>['steps'] }),
    after: (ms, run) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    onRefused: (problem) => notifyProblem(problem),
  })
}
