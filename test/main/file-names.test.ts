import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainFileName } from '../../src/main/file-names.ts'

describe('a title as a file name', () => {
  test.each([
    ['Été à Gabès', 'Été à Gabès'],
    ['Volontaires / crues : 2025\\2026', 'Volontaires crues 2025 2026'],
    ['¿Qué cambió?', '¿Qué cambió'],
    ['<b>"Resilience" | *draft*</b>', 'b Resilience draft b'],
    ['..', ''],
    ['Con', 'Con_'],
    ['LPT1', 'LPT1_'],
    ['الماء والفيضان', 'الماء والفيضان'],
    ['gpj\u202Eexe.pdf', 'gpj exe.pdf'],
    ['  spaces   and\ttabs\n', 'spaces and tabs'],
  ])('%j becomes %j', (title, name) => {
    expect(plainFileName(title)).toBe(name)
  })

  test('is never too long, cut between whole signs', () => {
    const name = plainFileName('👩🏾‍🌾'.repeat(200))
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(120)
    expect(name.replaceAll('👩🏾‍🌾', '')).toBe('')
  })

  test('never leaves its folder, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const name = plainFileName(title)
        expect(name).not.toMatch(/[\\/:*?"<>|\u0000-\u001F]|^\.|[. ]$/u)
      }),
    )
  })
})
