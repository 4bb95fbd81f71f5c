import { describe, expect, it } from 'vitest'
import { pickerAct } from '../../../../src/renderer/ui/pickers/picker-keys.ts'
import type { PickerRow } from '../../../../src/renderer/ui/pickers/picker-row.ts'

const rows: readonly PickerRow[] = [
  { id: '5', label: 'Gender equality', level: 1, isOpen: true },
  { id: '5.1', label: 'End discrimination', level: 2 },
  { id: '5.2', label: 'End violence', level: 2 },
  { id: '6', label: 'Clean water', level: 1, isOpen: false },
]

describe('the keys of a picker', () => {
  it('walk the list and come round', () => {
    expect(pickerAct('ArrowDown', rows, -1, true)).toEqual({ do: 'move', to: 0 })
    expect(pickerAct('ArrowDown', rows, 3, true)).toEqual({ do: 'move', to: 0 })
    expect(pickerAct('ArrowUp', rows, 0, true)).toEqual({ do: 'move', to: 3 })
    expect(pickerAct('PageDown', rows, 0, true)).toEqual({ do: 'move', to: 3 })
    expect(pickerAct('ArrowDown', [], -1, true)).toBeNull()
  })

  it('open and close a goal, and go from a target to its goal', () => {
    expect(pickerAct('ArrowRight', rows, 3, true)).toEqual({ do: 'toggle', id: '6' })
    expect(pickerAct('ArrowLeft', rows, 0, true)).toEqual({ do: 'toggle', id: '5' })
    expect(pickerAct('ArrowLeft', rows, 2, true)).toEqual({ do: 'move', to: 0 })
  })

  it('leave the arrows to the text while the caret is inside it', () => {
    expect(pickerAct('ArrowRight', rows, 3, false)).toBeNull()
    expect(pickerAct('ArrowLeft', rows, 2, false)).toBeNull()
  })

  it('pick what is pointed out, and close', () => {
    expect(pickerAct('Enter', rows, 2, true)).toEqual({ do: 'pick', id: '5.2' })
    expect(pickerAct('Enter', rows, -1, true)).toBeNull()
    expect(pickerAct('Escape', rows, 2, true)).toEqual({ do: 'close' })
    expect(pickerAct('a', rows, 2, true)).toBeNull()
  })
})
