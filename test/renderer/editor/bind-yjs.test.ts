import {
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  REDO_COMMAND,
  type TextNode,
  UNDO_COMMAND,
} from 'lexical'
import { describe, expect, it } from 'vitest'
import { plainText } from '../../../src/core/rich-text/plain-text.ts'
import { readDocument } from '../../../src/core/rich-text/read-document.ts'
import { seedOf, stateOf } from '../../../src/core/rich-text/seed.ts'
import { writeDocument } from '../../../src/core/rich-text/write-document.ts'
import { UNDO_STEP_COMMAND } from '../../../src/renderer/editor/bind-yjs.ts'
import { $toggleKind } from '../../../src/renderer/editor/block-commands.ts'
import { $createTextBlockNode } from '../../../src/renderer/editor/nodes/text-block-node.ts'
import { type Copy, openHeadless } from './open-headless.ts'

const KEY = ['r1', 'results', 'fr'] as const
const $block = (index = 0) => $getRoot().getChildAtIndex(index) as ElementNode
const $text = (index = 0) => {
  const text = $block(index).getFirstChildOrThrow()
  if ($isTextNode(text)) return text
  throw new Error('expected a text')
}
const textOf = (copy: Copy) => plainText(copy.read())
const openWith = (text: string, clientId: number) =>
  openHeadless(
    stateOf(...KEY, [
      writeDocument(
        ...KEY,
        { blocks: [{ kind: 'paragraph', indent: 0, content: [{ kind: 'text', text, marks: [] }] }] },
        1,
      ),
    ]),
    clientId,
  )

describe('an editor bound to a field', () => {
  it('shows a seed as one empty paragraph and changes nothing by showing it', () => {
    const copy = openHeadless(seedOf(...KEY), 1)
    expect(copy.editor.getEditorState().read(() => $getRoot().getChildrenSize())).toBe(1)
    expect(copy.read()).toEqual({ blocks: [] })
    expect(copy.made).toEqual([])
  })

  it('lets two people begin the same empty field and keeps both beginnings in one paragraph', () => {
    const ana = openHeadless(seedOf(...KEY), 1)
    const luc = openHeadless(seedOf(...KEY), 2)
    ana.edit(() => $block().append($createTextNode('À Dakar. ')))
    luc.edit(() => $block().append($createTextNode('À Thiès. ')))
    ana.merge(luc.state())
    luc.merge(ana.state())
    expect(textOf(ana)).toBe('À Dakar. À Thiès. ')
    expect(luc.read()).toEqual(ana.read())
  })

  it('does the same in a paragraph that was made empty by Enter', () => {
    const ana = openWith('Contexte', 1)
    ana.edit(() => $block().insertAfter($createTextBlockNode()))
    const luc = openHeadless(ana.state(), 2)
    ana.edit(() => $block(1).append($createTextNode('un ')))
    luc.edit(() => $block(1).append($createTextNode('deux ')))
    ana.merge(luc.state())
    const reopened = openHeadless(ana.state(), 3)
    expect(textOf(reopened)).toBe('Contexte\nun deux ')
    expect(reopened.made).toEqual([])
  })

  it('keeps the typing of one person in the paragraph that another turns into a heading', () => {
    const ana = openWith('Résultats', 1)
    const luc = openWith('Résultats', 2)
    ana.edit(() => $text().select() && $toggleKind('heading-2'))
    luc.edit(() => $text().select(9, 9).insertText(' en 2015'))
    ana.merge(luc.state())
    expect(ana.read().blocks).toMatchObject([{ kind: 'heading-2', content: [{ text: 'Résultats en 2015' }] }])
  })

  it('replaces an emoji by one that shares half of its code without garbling either', () => {
    const copy = openWith('Merci 😀 à tous', 1)
    copy.edit(() => $text().spliceText(6, 2, '😃', true))
    expect(textOf(copy)).toBe('Merci 😃 à tous')
    expect(plainText(readDocument(copy.state()))).toBe('Merci 😃 à tous')
    copy.edit(() => $text().setTextContent('Merci 🤃 à tous'))
    expect(plainText(readDocument(copy.state()))).toBe('Merci 🤃 à tous')
  })
})

describe('undo', () => {
  it('takes back only what was done here, never a merge', () => {
    const ana = openWith('Une leçon', 1)
    const luc = openWith('Une leçon', 2)
    luc.edit(() => $text().select(9, 9).insertText(' apprise'))
    ana.edit(() => $text().select(0, 0).insertText('→ '))
    ana.merge(luc.state())
    ana.editor.dispatchCommand(UNDO_COMMAND, undefined)
    expect(textOf(ana)).toBe('Une leçon apprise')
    ana.editor.dispatchCommand(UNDO_COMMAND, undefined)
    expect(textOf(ana)).toBe('Une leçon apprise')
    ana.editor.dispatchCommand(REDO_COMMAND, undefined)
    expect(textOf(ana)).toBe('→ Une leçon apprise')
    expect(readDocument(ana.state())).toEqual(ana.read())
  })

  it('begins a new step where it is told to', () => {
    const copy = openWith('a', 1)
    copy.edit(() => $text().setTextContent('ab'))
    copy.editor.dispatchCommand(UNDO_STEP_COMMAND, undefined)
    copy.edit(() => $text().setTextContent('abc'))
    copy.editor.dispatchCommand(UNDO_COMMAND, undefined)
    expect(textOf(copy)).toBe('ab')
  })
})

describe('the caret', () => {
  const caretOf = (copy: Copy) =>
    copy.editor.getEditorState().read(() => {
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return null
      return { text: selection.anchor.getNode().getTextContent(), offset: selection.anchor.offset }
    })

  it('stays between the same letters when a merge changes the text before it', () => {
    const ana = openWith('Trente volontaires', 1)
    const luc = openWith('Trente volontaires', 2)
    ana.edit(() => $text().select(10, 10))
    ana.edit(() => $text().insertBefore($createTextNode('')))
    ana.edit(() => $text().select(10, 10).insertText('x'))
    luc.edit(() => $text().select(0, 0).insertText('En 2015, '))
    ana.merge(luc.state())
    expect(caretOf(ana)).toEqual({ text: 'En 2015, Trente volxontaires', offset: 20 })
  })

  it('stays where it was when a merge takes the last words of a link, which the binding cannot follow', () => {
    const state = stateOf(...KEY, [
      writeDocument(
        ...KEY,
        {
          blocks: [
            {
              kind: 'paragraph',
              indent: 0,
              content: [
                { kind: 'link', url: 'https://example.org/', content: [{ kind: 'text', text: 'ab', marks: [] }] },
              ],
            },
            { kind: 'paragraph', indent: 0, content: [{ kind: 'text', text: 'Trente volontaires', marks: [] }] },
          ],
        },
        1,
      ),
    ])
    const $linked = () => $getRoot().getFirstDescendant() as TextNode
    const ana = openHeadless(state, 1)
    const luc = openHeadless(state, 2)
    ana.edit(() => $linked().setTextContent('b'))
    ana.edit(() => $text(1).select(6, 6).insertText(' et un'))
    luc.edit(() => $linked().setTextContent('a'))
    const made = ana.made.length
    ana.merge(luc.state())
    expect(textOf(ana)).toBe('\nTrente et un volontaires')
    expect(caretOf(ana)).toEqual({ text: 'Trente et un volontaires', offset: 12 })
    expect(ana.made.length).toBe(made)
    ana.edit(() => $text(1).select(6, 12).insertText(''))
    expect(readDocument(ana.state())).toEqual(ana.read())
  })
})
