import './suggest.css'
import type { FieldEvidence } from '../../../core/suggest/suggest-fields.ts'
import { mirrorOf } from './mirror.ts'
import { nearest } from './nearest.ts'

const NAME = 'suggested'
const BLOCKS = ['p', 'h2', 'h3', 'li', 'td', 'th', 'blockquote', '.plain'].join()

/**
 * Lights up the words that speak for a suggestion, wherever their fields are on screen, without touching the text: an
 * editor must not find anything in it that nobody wrote. Returns the way to put the light out.
 */
export function lightWords(because: readonly FieldEvidence[]): () => void {
  const mirrors: HTMLElement[] = []
  const ranges: Range[] = []
  for (const [field, places] of Map.groupBy(because, (place) => place.field)) {
    const part = document.querySelector<HTMLElement>(`[data-part="${CSS.escape(field)}"]`)
    const area = part?.querySelector('textarea')
    const mirror = area ? mirrorOf(area) : null
    if (mirror) mirrors.push(mirror)
    const shown = mirror ?? part?.querySelector<HTMLElement>('.editor-text, .plain-input, .suggested-text')
    if (shown) ranges.push(...rangesIn(shown, places))
  }
  CSS.highlights.set(NAME, new Highlight(...ranges))
  return () => {
    CSS.highlights.delete(NAME)
    for (const mirror of mirrors) mirror.remove()
  }
}

function rangesIn(root: HTMLElement, places: readonly FieldEvidence[]): readonly Range[] {
  const { text, pieces } = textOf(root)
  return places.flatMap(({ term, start }) => {
    const at = nearest(text, term, start)
    const from = at === -1 ? undefined : pieceAt(pieces, at)
    const to = at === -1 ? undefined : pieceAt(pieces, at + term.length - 1)
    if (!from || !to) return []
    const range = new Range()
    range.setStart(from.node, at - from.begin)
    range.setEnd(to.node, at + term.length - to.begin)
    return [range]
  })
}

type Piece = { readonly node: Text; readonly begin: number }

/** The text of an element with a line break between its blocks, and where in it each of its nodes begins. */
function textOf(root: HTMLElement): { readonly text: string; readonly pieces: readonly Piece[] } {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const pieces: Piece[] = []
  let text = ''
  let block: Element | null = null
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    const own = node.parentElement?.closest(BLOCKS) ?? null
    if (text !== '' && own !== block) text += '\n'
    block = own
    pieces.push({ node, begin: text.length })
    text += node.data
  }
  return { text, pieces }
}

function pieceAt(pieces: readonly Piece[], at: number): Piece | undefined {
  const piece = pieces.findLast(({ begin }) => begin <= at)
  return piece && at < piece.begin + piece.node.length ? piece : undefined
}
