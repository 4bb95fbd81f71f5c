import { describe, expect, it } from 'vitest'
import { type Press, recordKey } from '../../../../src/renderer/features/record/record-keys.ts'

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

describe('the keys of a record', () => {
  it('go from section to section', () => {
    expect(recordKey(press('Enter', { ctrlKey: true }))).toBe('next-part')
    expect(recordKey(press('Enter', { metaKey: true, shiftKey: true }))).toBe('previous-part')
    expect(recordKey(press('ArrowDown', { altKey: true }))).toBe('next-part')
    expect(recordKey(press('ArrowUp', { altKey: true }))).toBe('previous-part')
  })

  it('go between the text and what stands beside it', () => {
    expect(recordKey(press('F6'))).toBe('other-side')
    expect(recordKey(press('.', { ctrlKey: true }))).toBe('other-side')
  })

  it('leave writing alone', () => {
    expect(recordKey(press('Enter'))).toBeNull()
    expect(recordKey(press('.'))).toBeNull()
    expect(recordKey(press('ArrowDown'))).toBeNull()
    expect(recordKey(press('ArrowDown', { altKey: true, shiftKey: true }))).toBeNull()
  })
})
