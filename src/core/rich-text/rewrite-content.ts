import * as Y from 'yjs'
import { align } from './align.ts'
import { applySteps } from './apply-steps.ts'
import { buildChild, type Child, childrenFor, runAttributes, type TextRun } from './build.ts'
import type { Inline } from './document.ts'
import { normalInlines } from './normal-document.ts'
import { inlineOf } from './read-document.ts'
import { ATTRIBUTE, type Element, getAttribute, NODE, setAttribute } from './shape.ts'
import { commonEnds } from './surrogates.ts'
import { piecesOf } from './walk.ts'

/** Turns the content of a block or link into `wanted` (in normal form) with few edits. */
export function rewriteContent(parent: Element, wanted: readonly Inline[]): void {
  const children = childrenFor(wanted)
  const present = parent.toArray() as (Element | Y.XmlText)[]
  // The last text stays, however empty: it is where typing goes, and where typing of two people meets.
  const [only] = present
  if (children.length === 0 && present.length === 1 && only instanceof Y.XmlText) {
    only.delete(0, only.length)
    return
  }
  const steps = align(
    present.map((node) => JSON.stringify(normalInlines(piecesOf(node).map(inlineOf)))),
    children.map((child) => JSON.stringify(child.kind === 'runs' ? child.runs : [child])),
    (at, to) => canChange(present[at], children[to]),
  )
  applySteps(parent, steps, {
    change: (at, to) => changeChild(present[at], children[to]),
    build: (to) => buildChild(children[to] as Child),
  })
}

function canChange(node: Element | Y.XmlText | undefined, child: Child | undefined): boolean {
  if (node instanceof Y.XmlText) return child?.kind === 'runs'
  return (
    (node?.nodeName === NODE.link && child?.kind === 'link') || (node?.nodeName === NODE.note && child?.kind === 'note')
  )
}

function changeChild(node: Element | Y.XmlText | undefined, child: Child | undefined): void {
  if (node instanceof Y.XmlText) {
    if (child?.kind === 'runs') rewriteRuns(node, child.runs)
  } else if (node && child?.kind === 'link') {
    if (getAttribute(node, ATTRIBUTE.url) !== child.url) setAttribute(node, ATTRIBUTE.url, child.url)
    rewriteContent(node, child.content)
  } else if (node && child?.kind === 'note') {
    setAttribute(node, ATTRIBUTE.text, child.text)
  }
}

/** Makes a text hold the given runs, changing only the stretch that differs and the marks. */
export function rewriteRuns(node: Y.XmlText, runs: readonly TextRun[]): void {
  const inserts = (node.toDelta() as readonly { readonly insert: unknown }[]).map((run) => run.insert)
  const isPlain = inserts.every((insert) => typeof insert === 'string')
  if (!isPlain) node.delete(0, node.length)
  const before = isPlain ? inserts.join('') : ''
  const after = runs.map((run) => run.text).join('')
  const { start, end } = commonEnds(before, after)
  node.delete(start, before.length - end - start)
  node.insert(start, after.slice(start, after.length - end))
  const cleared = { p: null, i: null, t: null }
  node.applyDelta(
    runs.map((run, index) => ({
      retain: run.text.length,
      attributes: { ...cleared, ...runAttributes(run.marks, index) },
    })),
  )
}
