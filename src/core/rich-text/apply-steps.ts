import type * as Y from 'yjs'
import type { AlignStep } from './align.ts'
import type { Element } from './shape.ts'

/** Applies the steps of `align` to the children of an element, which are the present list. */
export function applySteps(
  parent: Element,
  steps: readonly AlignStep[],
  how: {
    readonly change: (at: number, to: number) => void
    readonly build: (to: number) => Element | Y.XmlText
  },
): void {
  let position = 0
  for (const step of steps) {
    if (step.do === 'remove') {
      parent.delete(position, 1)
    } else {
      if (step.do === 'change') how.change(step.at, step.to)
      if (step.do === 'insert') parent.insert(position, [how.build(step.to)])
      position += 1
    }
  }
}
