import { watch } from 'node:fs'

/**
 * Watches a folder until the function it gives back is called. `onChange` says that something in it may be different,
 * and no more than that; it may come late, come often, or never where a disk cannot say: look now and then as well.
 */
export type WatchFolder = (folder: string, onChange: () => void) => () => void

/** Watches through the system. A folder that cannot be watched, or is taken away, is no failure of anything. */
export const watchFolder: WatchFolder = (folder, onChange) => {
  try {
    const watcher = watch(folder, { persistent: false }, () => onChange())
    watcher.on('error', () => watcher.close())
    return () => watcher.close()
  } catch {
    return () => undefined
  }
}
