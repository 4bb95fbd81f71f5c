import { create } from 'zustand'
import { call, listen } from './client.ts'
import { useSession } from './session.ts'

/** Names that were joined to another one in the open workspace, each with the name its person is known by. */
const useJoined = create<{ readonly joined: Readonly<Record<string, string>> }>()(() => ({ joined: {} }))

/** The subject that holds the workspace's own facts. */
const FACTS = 'workspace'

async function load(): Promise<void> {
  const outcome = await call('people.names', {})
  useJoined.setState({ joined: outcome.ok ? outcome.value : {} })
}

/** Keeps the joined names of whatever workspace is open. */
export function followPeople(): void {
  let open: string | undefined
  useSession.subscribe(({ workspace }) => {
    if (workspace?.id === open) return
    open = workspace?.id
    useJoined.setState({ joined: {} })
    if (open !== undefined) void load()
  })
  listen('subjects.changed', ({ ids }) => {
    if (ids.includes(FACTS)) void load()
  })
}

/** The name that somebody is known by who wrote under this one. */
export function useKnownAs(author: string): string {
  return useJoined((state) => state.joined[author] ?? author)
}
