import type { PickerRow } from './picker-row.ts'

/** What a key does in a picker; null leaves it to the text field. */
export type PickerAct =
  | { readonly do: 'move'; readonly to: number }
  | { readonly do: 'toggle'; readonly id: string }
  | { readonly do: 'pick'; readonly id: string }
  | { readonly do: 'close' }

const PAGE = 8

/**
 * What a key means in a picker whose list shows `rows` with `at` pointed out (-1: none). Arrows walk and, at the end of
 * what was typed, open and close; Enter picks; Esc closes.
 */
export function pickerAct(key: string, rows: readonly PickerRow[], at: number, atEnd: boolean): PickerAct | null {
  const row = rows[at]
  const last = rows.length - 1
  switch (key) {
    case 'ArrowDown':
      return move(at >= last ? 0 : at + 1, rows)
    case 'ArrowUp':
      return move(at <= 0 ? last : at - 1, rows)
    case 'PageDown':
      return move(Math.min(last, at + PAGE), rows)
    case 'PageUp':
      return move(Math.max(0, at - PAGE), rows)
    case 'ArrowRight':
      return row?.isOpen === false && atEnd ? { do: 'toggle', id: row.id } : null
    case 'ArrowLeft':
      return atEnd ? inward(rows, at) : null
    case 'Enter':
      return row ? { do: 'pick', id: row.id } : null
    case 'Escape':
      return { do: 'close' }
    default:
      return null
  }
}

function move(to: number, rows: readonly PickerRow[]): PickerAct | null {
  return rows.length === 0 ? null : { do: 'move', to }
}

/** Left closes an open row, or goes from a row to the one it lies under. */
function inward(rows: readonly PickerRow[], at: number): PickerAct | null {
  const row = rows[at]
  if (row?.isOpen) return { do: 'toggle', id: row.id }
  if (row?.level !== 2) return null
  const parent = rows.slice(0, at).findLastIndex(({ level }) => level === 1)
  return parent < 0 ? null : { do: 'move', to: parent }
}
