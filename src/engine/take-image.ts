import type { Workspace } from './workspace.ts'

/**
 * The image of a workspace that is saved next. Others get their turn while it is made, and may go on writing.
 *
 * @param atTheMoment called in the same breath in which the workspace is taken as it is then in the image
 */
export async function takeImage(workspace: Workspace, atTheMoment: () => void): Promise<Uint8Array> {
  const steps = workspace.imageInSteps(atTheMoment)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
}
