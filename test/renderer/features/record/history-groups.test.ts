import { describe, expect, it } from 'vitest'
import type { HistoryLine } from '../../../../src/core/model/view.ts'
import { groupHistory } from '../../../../src/renderer/features/record/history-groups.ts'

const HOUR = 3_600_000

function line(id: string, hours: number, rest: Partial<HistoryLine>): HistoryLine {
  return { id, at: hours * HOUR, author: 'Awa Diop', field: 'lesson', locale: 'fr', op: 'edit', summary: id, ...rest }
}

describe('history for people', () => {
  it('shows what one person kept writing in one sitting as one line, with what it came to', () => {
    const lines = [
      line('a', 1, {}),
      line('b', 1.2, { field: 'title', op: 'set' }),
      line('c', 1.4, {}),
      line('d', 9, {}),
    ]
    expect(groupHistory(lines).map(({ id, field, changes }) => [id, field, changes])).toEqual([
      ['d', 'lesson', 1],
      ['c', 'lesson', 2],
      ['b', 'title', 1],
    ])
  })

  it('keeps apart what two people wrote, what was added, and each language', () => {
    const lines = [
      line('a', 1, {}),
      line('b', 1, { author: 'Luis Ortega' }),
      line('c', 1, { locale: 'es' }),
      line('d', 1, { field: 'sdgs', locale: '', op: 'add' }),
      line('e', 1, { field: 'sdgs', locale: '', op: 'add' }),
    ]
    expect(groupHistory(lines)).toHaveLength(5)
  })

  it('stands in the order of the stamps, whatever the clocks said', () => {
    const lines = [line('a', 900_000, {}), line('b', 1, { field: 'title', op: 'set' })]
    expect(groupHistory(lines).map(({ id }) => id)).toEqual(['b', 'a'])
  })
})
