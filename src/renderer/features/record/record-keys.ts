/** The parts of a key press that matter here. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** What a key does in a record, besides what it does to text. */
export type RecordKey = 'next-part' | 'previous-part' | 'other-side'

/** What a key press means in a record, or null. */
export function recordKey(press: Press): RecordKey | null {
  const { key, altKey, shiftKey } = press
  const modified = press.ctrlKey || press.metaKey
  if (key === 'F6' && !modified && !altKey) return 'other-side'
  if (key === '.' && modified && !altKey && !shiftKey) return 'other-side'
  if (key === 'Enter' && modified && !altKey) return shiftKey ? 'previous-part' : 'next-part'
  if (altKey && !modified && !shiftKey && key === 'ArrowDown') return 'next-part'
  if (altKey && !modified && !shiftKey && key === 'ArrowUp') return 'previous-part'
  return null
}
