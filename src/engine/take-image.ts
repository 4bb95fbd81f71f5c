import type { Workspace } from './workspace.ts'

/**
 * The image of a workspace that is saved next. Others get their turn while it is made, and may go on writing.
 *
 * @param atTheMoment called in the same breath in which the workspace is taken as it is then in the image; what its last
 *   call answers is handed on as `taken`
 */
export async function takeImage<T>(
  workspace: Workspace,
  atTheMoment: () => T,
): Promise<{ readonly image: Uint8Array; readonly taken: T }> {
  const moments: T[] = []
  const steps = workspace.imageInSteps(() => {
    moments.push(atTheMoment())
  })
  for (;;) {
    const step = steps.next()
    if (step.done) return { image: step.value, taken: moments.at(-1) as T }
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
}
