import { $createTextNode, $getRoot, $isTextNode, type ElementNode, type LexicalNode } from 'lexical'
import * as Y from 'yjs'
import { seedOf } from '../../../src/core/rich-text/seed.ts'
import { $buildNodes } from '../../../src/renderer/editor/build-nodes.ts'
import { $changeLevel, $toggleKind } from '../../../src/renderer/editor/block-commands.ts'
import { $setLink } from '../../../src/renderer/editor/link-commands.ts'
import { $createCitationNode } from '../../../src/renderer/editor/nodes/citation-node.tsx'
import { $createNoteNode } from '../../../src/renderer/editor/nodes/note-node.tsx'
import { $createTextBlockNode } from '../../../src/renderer/editor/nodes/text-block-node.ts'
import { $insertColumn, $insertRow, $insertTable } from '../../../src/renderer/editor/table-commands.ts'
import { type Copy, openHeadless } from './open-headless.ts'

const $block = (index: number) => $getRoot().getChildAtIndex(index) as ElementNode
const $write = (index: number, text: string) => $block(index).append($createTextNode(text))
const $select = (node: LexicalNode, from: number, to: number) => {
  if ($isTextNode(node)) return node.select(from, to)
  throw new Error('only text can be selected here')
}

/** A researcher writes down a session with everything the editor can do. */
function fieldNotes(): Uint8Array {
  const copy = openHeadless(seedOf('golden', 'results', 'en'), 11)
  copy.edit(() => $write(0, 'What changed in Nakuru'))
  copy.edit(() => $select($block(0).getFirstChildOrThrow(), 0, 4) && $toggleKind('heading-2'))
  copy.edit(() => $block(0).insertAfter($createTextBlockNode('bullet')))
  copy.edit(() => $write(1, 'Thirty youth volunteers mapped 412 boreholes 😀'))
  copy.edit(() => $select($block(1).getFirstChildOrThrow(), 7, 23).formatText('bold'))
  copy.edit(() => $block(1).append($createNoteNode('Register of the water committee, 2014.')))
  copy.edit(() => $block(1).append($createCitationNode('UNV-2014-003')))
  copy.edit(() => $block(1).insertAfter($createTextBlockNode('bullet')))
  copy.edit(() => $write(2, 'among them twelve women'))
  copy.edit(() => $select($block(2).getFirstChildOrThrow(), 0, 0) && $changeLevel(1))
  copy.edit(() => $block(2).insertAfter($createTextBlockNode('quote')))
  copy.edit(() => $write(3, 'We had asked for this map for ten years.'))
  copy.edit(() => $select($block(3).getFirstChildOrThrow(), 22, 25) && $setLink('https://example.org/map'))
  copy.edit(() => $block(3).insertAfter($createTextBlockNode('paragraph')))
  copy.edit(() => $block(4).selectStart() && $insertTable(2, 2))
  copy.edit(() => $insertRow(true))
  return close(copy)
}

/** Two colleagues edit copies of one French text apart: kinds, formats and typing in the same paragraphs. */
function merged(): Uint8Array {
  const ana = openHeadless(seedOf('golden', 'lessons', 'fr'), 21)
  ana.edit(() => $write(0, 'Former les bénévoles avant la saison des pluies.'))
  ana.edit(() => $block(0).insertAfter($createTextBlockNode('number')))
  ana.edit(() => $write(1, 'Prévoir un relais par quartier'))
  const luc = openHeadless(ana.state(), 22)
  ana.edit(() => $select($block(0).getFirstChildOrThrow(), 0, 6) && $toggleKind('heading-3'))
  ana.edit(() => $select($block(1).getFirstChildOrThrow(), 11, 17).formatText('italic'))
  luc.edit(() => $select($block(0).getFirstChildOrThrow(), 20, 20).insertText(' et les bénévoles de réserve'))
  luc.edit(() => $select($block(1).getFirstChildOrThrow(), 30, 30).insertText(', joignable par radio'))
  const theirs = luc.state()
  luc.merge(ana.state())
  ana.merge(theirs)
  luc.close()
  return close(ana)
}

/** One colleague adds a column, the other a row: a table that is ragged until somebody mends it. */
function ragged(): Uint8Array {
  const ana = openHeadless(seedOf('golden', 'evidence', 'es'), 31)
  ana.edit(() => {
    const nodes = $buildNodes({
      blocks: [
        {
          kind: 'table',
          header: true,
          rows: [
            ['Año', 'Voluntarias'],
            ['2014', '30'],
          ].map((row) => ({
            cells: row.map((text) => [{ kind: 'paragraph', indent: 0, content: [{ kind: 'text', text, marks: [] }] }]),
          })),
        },
      ],
    })
    $getRoot().splice(0, 0, [...nodes])
  })
  const luc = openHeadless(ana.state(), 32)
  const $firstCell = () => $getRoot().getFirstDescendant()?.selectStart()
  ana.edit(() => $firstCell() && $insertColumn(true))
  luc.edit(() => $firstCell() && $insertRow(true))
  ana.merge(luc.state())
  luc.close()
  return close(ana)
}

function close(copy: Copy): Uint8Array {
  const state = Y.encodeStateAsUpdate(copy.doc)
  copy.close()
  return state
}

/** The sessions behind the golden documents of `test/fixtures/rich-text`, by name. */
export const GOLDEN_SESSIONS = { 'field-notes': fieldNotes, merged, ragged } as const
