import { describe, expect, it } from 'vitest'
import { nearChanges } from '../../../../src/renderer/features/merge/near-changes.ts'

const LONG = 'Le niveau de la rivière est relevé chaque soir. '.repeat(20)

describe('a long text with a few changes', () => {
  it('shows what changed and some of what stands around it, in whole words', () => {
    const [before, added, after] = nearChanges([
      { kind: 'same', text: LONG },
      { kind: 'added', text: 'La cloche sonne.' },
      { kind: 'same', text: LONG },
    ])
    expect(added).toEqual({ kind: 'added', text: 'La cloche sonne.' })
    expect(before?.text).toMatch(/^… \S.* chaque soir\. $/)
    expect(after?.text).toMatch(/^Le niveau .*\S …$/)
    expect(Math.max(before?.text.length ?? 0, after?.text.length ?? 0)).toBeLessThan(180)
  })

  it('leaves a short text whole', () => {
    const parts = [
      { kind: 'same', text: 'La crue ' },
      { kind: 'removed', text: 'monte' },
    ] as const
    expect(nearChanges(parts)).toEqual(parts)
  })
})
