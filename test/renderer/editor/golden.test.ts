import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { isEditable } from '../../../src/core/rich-text/editable.ts'
import { readDocument } from '../../../src/core/rich-text/read-document.ts'
import { GOLDEN_SESSIONS } from './golden-sessions.ts'
import { openHeadless } from './open-headless.ts'

const FOLDER = join(import.meta.dirname, '../../fixtures/rich-text')
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(FOLDER, `${name}.ydoc`)))
const expectedOf = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'))
const shapeOf = (state: Uint8Array) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
    .getXmlElement('body')
    .toJSON()
    .replaceAll(/(<\/?(?:block|table|tablerow|tablecell)\b)/g, '\n$1')
}

describe.each(Object.keys(GOLDEN_SESSIONS) as (keyof typeof GOLDEN_SESSIONS)[])('the golden document %s', (name) => {
  it('is read as on the day it was written, without Lexical and with it, and not changed by being opened', () => {
    expect(readDocument(bytesOf(name))).toEqual(expectedOf(name))
    const copy = openHeadless(bytesOf(name), 99)
    expect(isEditable(copy.doc)).toBe(true)
    expect(copy.read()).toEqual(expectedOf(name))
    expect(copy.made).toEqual([])
    copy.close()
  })

  it('has the shape that the same session gives today', () => {
    expect(shapeOf(GOLDEN_SESSIONS[name]())).toBe(shapeOf(bytesOf(name)))
  })
})
