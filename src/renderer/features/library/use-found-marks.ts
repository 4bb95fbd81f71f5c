import { type RefObject, useEffect } from 'react'
import { foldWord } from '../../../core/search/fold.ts'
import type { Hit } from '../../../core/search/query.ts'
import { eachToken } from '../../../core/search/tokens.ts'

const NAME = 'found'

/**
 * Lights up what was found wherever it stands in a page, rich text too, without touching the page: the browser paints
 * over ranges. Paints anew whenever what is shown changes.
 */
export function useFoundMarks(page: RefObject<HTMLElement | null>, hit: Hit | undefined): void {
  useEffect(() => {
    const root = page.current
    const words = hit ? foundWords(hit) : new Set<string>()
    if (!root || words.size === 0) return
    const paint = () => CSS.highlights.set(NAME, new Highlight(...rangesOf(root, words)))
    paint()
    const watcher = new MutationObserver(paint)
    watcher.observe(root, { childList: true, subtree: true, characterData: true })
    return () => {
      watcher.disconnect()
      CSS.highlights.delete(NAME)
    }
  }, [page, hit])
}

function foundWords({ why, snippet }: Hit): ReadonlySet<string> {
  const marked = snippet?.marks.map(([start, end]) => snippet.text.slice(start, end)) ?? []
  const words = new Set<string>()
  for (const text of [...why.map(({ matched }) => matched), ...marked]) {
    eachToken(text, (start, end) => words.add(foldWord(text.slice(start, end))))
  }
  return words
}

function rangesOf(root: HTMLElement, words: ReadonlySet<string>): readonly Range[] {
  const ranges: Range[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = node as Text
    const at = node
    eachToken(data, (start, end) => {
      if (!words.has(foldWord(data.slice(start, end)))) return
      const range = document.createRange()
      range.setStart(at, start)
      range.setEnd(at, end)
      ranges.push(range)
    })
  }
  return ranges
}
