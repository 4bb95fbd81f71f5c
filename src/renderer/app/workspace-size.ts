import { useEffect, useState } from 'react'
import type { Problem } from '../../core/problem.ts'
import type { WorkspaceSizes } from '../../ipc/shapes.ts'
import { wordsNow } from '../i18n/use-text.ts'
import { notify } from '../ui/notices.ts'
import { call } from './client.ts'
import { openPanel } from './panels.ts'
import { useSession } from './session.ts'

/** From half of a limit on it is time to think of the other half: well before anything becomes slow. */
export function isLarge({ limitShare }: Pick<WorkspaceSizes, 'limitShare'>): boolean {
  return limitShare >= 0.5
}

/** How large the open workspace is, measured now. */
export function useSizes() {
  const [sizes, setSizes] = useState<WorkspaceSizes | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    let isCurrent = true
    void call('workspace.sizes', {}).then((outcome) => {
      if (!isCurrent) return
      if (outcome.ok) setSizes(outcome.value)
      else setProblem(outcome.problem)
    })
    return () => {
      isCurrent = false
    }
  }, [])
  return { sizes, problem }
}

/** Tells once, each time that a workspace is opened, that it has become large. */
export function watchSize(): void {
  useSession.subscribe(({ workspace }, before) => {
    if (workspace && workspace.id !== before.workspace?.id) void tellIfLarge()
  })
}

async function tellIfLarge(): Promise<void> {
  const outcome = await call('workspace.sizes', {})
  if (!outcome.ok || !isLarge(outcome.value)) return
  notify({
    name: 'workspace-size',
    text: wordsNow('app:size.large'),
    detail: wordsNow('app:size.advice'),
    action: { label: wordsNow('app:size.show'), run: () => openPanel('workspace-size') },
  })
}
