import type { DiffPart } from '../../../core/text-diff/diff-text.ts'

/** So much of what stayed is shown around what changed, in characters. */
const AROUND = 160

/** Shortens long stretches that stayed as they were to what one needs to know where one is. */
export function nearChanges(parts: readonly DiffPart[]): readonly DiffPart[] {
  return parts.map((part, index) => {
    if (part.kind !== 'same') return part
    const head = index === 0 ? '' : startOf(part.text)
    const tail = index === parts.length - 1 ? '' : endOf(part.text)
    const isShort = part.text.length <= head.length + tail.length + 40
    return isShort ? part : { kind: 'same', text: `${head}${head === '' ? '' : ' '}…${tail === '' ? '' : ' '}${tail}` }
  })
}

/** Whole words, as many as there is room for. */
function startOf(text: string): string {
  const cut = text.slice(0, AROUND)
  return text.length <= AROUND ? text : cut.slice(0, Math.max(cut.lastIndexOf(' '), 0))
}

function endOf(text: string): string {
  if (text.length <= AROUND) return text
  const cut = text.slice(-AROUND)
  const space = cut.indexOf(' ')
  return space < 0 ? '' : cut.slice(space + 1)
}
