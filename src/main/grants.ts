/**
 * The paths the window may name. A path counts only once a person has pointed at it (in a dialog, by dropping a file,
 * on the command line, in the list of recent workspaces), or once the engine found a copy of the open workspace there:
 * so that a window that was taken over can neither read nor write anywhere else.
 */
export type Grants = {
  readonly grant: (...paths: readonly string[]) => void
  readonly granted: (path: string) => boolean
}

/** Begins with nothing granted. */
export function createGrants(): Grants {
  const paths = new Set<string>()
  return {
    grant: (...more) => {
      for (const path of more) paths.add(path)
    },
    granted: (path) => paths.has(path),
  }
}

/** Every path that an ask names. */
export function pathsIn(ask: unknown): readonly string[] {
  if (typeof ask !== 'object' || ask === null) return []
  const { path, paths, to } = ask as { readonly path?: unknown; readonly paths?: unknown; readonly to?: unknown }
  return [path, to, ...(Array.isArray(paths) ? paths : [])].filter((entry) => typeof entry === 'string')
}
