import { useEffect, useState } from 'react'
import { wordsNow } from '../i18n/use-text.ts'
import { notify } from '../ui/notices.ts'
import { pathOf } from './client.ts'
import { offerCopies } from './merge-copies.ts'
import { useSession } from './session.ts'
import { importFiles, openWorkspace } from './workspace.ts'

/**
 * Does the sensible thing with files that were dropped or opened from outside: records are imported; a workspace is
 * opened, or offered for merging while another is open.
 */
export async function openDropped(paths: readonly string[]): Promise<void> {
  const workspaces = paths.filter((path) => /\.temoin$/i.test(path))
  const records = paths.filter((path) => /\.(jsonl|ndjson|csv|tsv|xlsx)$/i.test(path))
  const { workspace } = useSession.getState()
  if (workspaces.length > 0) await openOrOffer(workspaces)
  else if (records.length > 0 && workspace) await importFiles(records)
  else notify({ text: wordsNow(records.length > 0 ? 'app:drop.openFirst' : 'app:drop.unknown'), tone: 'look' })
}

async function openOrOffer(paths: readonly string[]): Promise<void> {
  const { workspace } = useSession.getState()
  const [first] = paths
  if (first === undefined || paths.includes(workspace?.path ?? '')) return
  if (!workspace) {
    await openWorkspace(first)
    return
  }
  // A copy of what is open can be merged; another workspace can only be opened.
  if (!(await offerCopies(paths))) await openWorkspace(first)
}

/** Takes files dropped anywhere on the window; answers whether something is being dragged over it now. */
export function useDrop(): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const drag = (event: DragEvent) => {
      // Whatever is dropped, the window never goes there.
      event.preventDefault()
      setOver(event.dataTransfer?.types.includes('Files') ?? false)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      const paths = [...(event.dataTransfer?.files ?? [])].map(pathOf).filter((path) => path !== '')
      if (paths.length > 0) void openDropped(paths)
    }
    window.addEventListener('dragover', drag)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', drag)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return over
}
