import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { isEditable } from '../../../src/core/rich-text/editable.ts'
import { seedOf, stateOf } from '../../../src/core/rich-text/seed.ts'
import { writeDocument } from '../../../src/core/rich-text/write-document.ts'
import { documents } from './arbitrary.ts'

const KEY = ['r1', 'results', 'fr'] as const
const open = (state: Uint8Array) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}
const changed = (change: (root: Y.XmlElement, block: Y.XmlElement) => void) => {
  const doc = open(seedOf(...KEY))
  const root = doc.getXmlElement('body')
  change(root, root.get(0) as Y.XmlElement)
  return isEditable(doc)
}

describe('what the editor may open', () => {
  it('is everything that is written here', () => {
    fc.assert(
      fc.property(documents, (doc) => {
        expect(isEditable(open(stateOf(...KEY, [writeDocument(...KEY, doc, 1)])))).toBe(true)
      }),
    )
  })

  it('may hold node state of a newer version, which is kept', () => {
    expect(changed((_root, block) => block.setAttribute('s_align', 'end'))).toBe(true)
  })

  it('is not a document with nodes, attributes or values it does not know', () => {
    const unknown: ((root: Y.XmlElement, block: Y.XmlElement) => void)[] = [
      (root) => root.insert(0, [new Y.XmlElement('figure')]),
      (root) => root.insert(0, [new Y.XmlText('dehors')]),
      (root) => root.insert(0, [new Y.XmlHook('hook') as unknown as Y.XmlText]),
      (_root, block) => block.setAttribute('__kind', 'callout'),
      (_root, block) => block.setAttribute('__kind', 'constructor'),
      (_root, block) => block.setAttribute('__level', 1e9 as unknown as string),
      (_root, block) => block.setAttribute('__proto__', 'x'),
      (_root, block) => block.setAttribute('getKind', 'x'),
      (_root, block) => block.insert(0, [new Y.XmlElement('block')]),
      (_root, block) => (block.get(0) as Y.XmlText).insert(0, 'tab', { t: 'tab' }),
      (_root, block) => (block.get(0) as Y.XmlText).insert(0, 'big', { p: { __style: 'font-size:9em' } }),
      (_root, block) => (block.get(0) as Y.XmlText).insertEmbed(0, { image: 'x' }),
    ]
    expect(unknown.map(changed)).toEqual(unknown.map(() => false))
  })
})
