import { registerRichText } from '@lexical/rich-text'
import { registerTablePlugin } from '@lexical/table'
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  DELETE_CHARACTER_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  type TextNode,
} from 'lexical'
import { describe, expect, it } from 'vitest'
import type { Inline, RichDocument, TextBlockKind } from '../../../src/core/rich-text/document.ts'
import { stateOf } from '../../../src/core/rich-text/seed.ts'
import { writeDocument } from '../../../src/core/rich-text/write-document.ts'
import { $changeLevel, $toggleKind } from '../../../src/renderer/editor/block-commands.ts'
import { $cite } from '../../../src/renderer/editor/cite.ts'
import { $insertDocument } from '../../../src/renderer/editor/insert-document.ts'
import { $removeLinks, $selectedLink, $setLink } from '../../../src/renderer/editor/link-commands.ts'
import { $readEditor } from '../../../src/renderer/editor/read-nodes.ts'
import {
  $deleteColumn,
  $deleteRow,
  $insertColumn,
  $insertRow,
  $insertTable,
  $toggleHeaderRow,
} from '../../../src/renderer/editor/table-commands.ts'
import { $toolbarState } from '../../../src/renderer/editor/toolbar-state.ts'
import { registerWriting } from '../../../src/renderer/editor/writing.ts'
import { type Copy, openHeadless } from './open-headless.ts'

const KEY = ['r1', 'results', 'fr'] as const
const text = (value: string): Inline => ({ kind: 'text', text: value, marks: [] })
const line = (kind: TextBlockKind, value: string, indent = 0) => ({
  kind,
  indent,
  content: value === '' ? [] : [text(value)],
})
const prepare = (editor: LexicalEditor) => {
  registerRichText(editor)
  registerTablePlugin(editor)
  registerWriting(editor, false)
}
const openWith = (...blocks: RichDocument['blocks']) =>
  openHeadless(stateOf(...KEY, [writeDocument(...KEY, { blocks }, 1)]), 5, prepare)
/** Puts the caret, or a selection, into the text of the n-th text node of the document. */
const $select = (nth: number, from: number, to = from) => {
  const node = $getRoot().getAllTextNodes()[nth]
  if (!$isTextNode(node)) throw new Error('there is no such text')
  return node.select(from, to)
}
const $selectBlock = (index: number) => $getRoot().getChildAtIndex(index)?.selectStart()
const press = (copy: Copy, key: 'enter' | 'backspace') =>
  copy.edit(() => {
    if (key === 'enter') copy.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined)
    else copy.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)
  })
const lines = (copy: Copy) =>
  copy.read().blocks.map((block) => (block.kind === 'table' ? block : `${block.kind}${block.indent || ''}`))

describe('kinds of blocks', () => {
  it('toggle for all selected blocks, and back to paragraphs', () => {
    const copy = openWith(line('paragraph', 'un'), line('quote', 'deux'))
    copy.edit(() => {
      $select(0, 0).focus.set($getRoot().getAllTextNodes()[1]?.getKey() ?? '', 2, 'text')
      $toggleKind('bullet')
    })
    expect(lines(copy)).toEqual(['bullet', 'bullet'])
    copy.edit(() => $toggleKind('bullet'))
    expect(lines(copy)).toEqual(['paragraph', 'paragraph'])
  })

  it('nest list lines by one level under the line before, and tell when there is nothing to move', () => {
    const copy = openWith(line('bullet', 'un'), line('bullet', 'deux'), line('paragraph', 'trois'))
    const moved: boolean[] = []
    copy.edit(() => moved.push(...([1, 1, -1, -1] as const).map((by) => ($select(1, 0), $changeLevel(by)))))
    copy.edit(() => moved.push(($select(0, 0), $changeLevel(1)), ($select(2, 0), $changeLevel(1))))
    expect(moved).toEqual([true, false, true, false, false, false])
  })
})

describe('Enter', () => {
  it('makes an empty list line move out, then a paragraph', () => {
    const copy = openWith(line('bullet', 'un'), line('bullet', '', 1))
    copy.edit(() => $selectBlock(1))
    press(copy, 'enter')
    expect(lines(copy)).toEqual(['bullet', 'bullet'])
    press(copy, 'enter')
    expect(lines(copy)).toEqual(['bullet', 'paragraph'])
  })

  it('continues a list, and goes on with a paragraph after a heading', () => {
    const copy = openWith(line('number', 'un', 2), line('heading-2', 'Titre'))
    copy.edit(() => $select(0, 2))
    press(copy, 'enter')
    copy.edit(() => $select(1, 5))
    press(copy, 'enter')
    expect(lines(copy)).toEqual(['number2', 'number2', 'heading-2', 'paragraph'])
  })

  it('makes room above at the start of a text, and leaves the text in its own block', () => {
    const copy = openWith(line('heading-2', 'Titre'))
    const key = copy.editor.getEditorState().read(() => $getRoot().getFirstChildOrThrow().getKey())
    copy.edit(() => $select(0, 0))
    press(copy, 'enter')
    expect(copy.read().blocks).toEqual([line('paragraph', ''), line('heading-2', 'Titre')])
    expect(copy.editor.getEditorState().read(() => $getRoot().getChildAtIndex(1)?.getKey())).toBe(key)
  })
})

describe('Backspace at the start of a block', () => {
  it.each(['bullet', 'number', 'quote', 'heading-2', 'heading-3'] as const)('makes a paragraph of a %s', (kind) => {
    const copy = openWith(line('paragraph', 'un'), line(kind, 'deux'))
    copy.edit(() => $select(1, 0))
    press(copy, 'backspace')
    expect(copy.read().blocks).toEqual([line('paragraph', 'un'), line('paragraph', 'deux')])
  })

  it('takes an empty block above away instead of moving the text into it', () => {
    const copy = openWith(line('heading-2', ''), line('paragraph', 'deux'))
    copy.edit(() => $select(0, 0))
    press(copy, 'backspace')
    expect(copy.read().blocks).toEqual([line('paragraph', 'deux')])
  })
})

describe('a marker typed at the start of a paragraph', () => {
  const typeInto = async (copy: Copy, typed: string) => {
    for (const letter of typed) {
      copy.edit(() => {
        const selection = $getSelection()
        if ($isRangeSelection(selection)) selection.insertText(letter)
      })
      // The marker is applied in an update of its own, after the one that types the space.
      await Promise.resolve()
    }
    copy.edit(() => {})
  }

  it.each([
    ['## ', 'heading-2'],
    ['### ', 'heading-3'],
    ['> ', 'quote'],
    ['- ', 'bullet'],
    ['* ', 'bullet'],
    ['1. ', 'number'],
  ] as const)('%s makes a %s', async (marker, kind) => {
    const copy = openWith()
    copy.edit(() => $selectBlock(0))
    await typeInto(copy, `${marker}Texte`)
    expect(copy.read().blocks).toEqual([line(kind, 'Texte')])
  })

  it('does nothing in the middle of a text, in a heading, or when only a letter behind it goes', async () => {
    const copy = openWith(line('paragraph', 'prix -'), line('heading-2', '-'), line('paragraph', '- x'))
    copy.edit(() => $select(0, 6))
    await typeInto(copy, ' ')
    copy.edit(() => $select(1, 1))
    await typeInto(copy, ' ')
    copy.edit(() => {
      const node = $select(2, 3).anchor.getNode()
      if ($isTextNode(node)) node.spliceText(2, 1, '', true)
    })
    copy.edit(() => {})
    expect(lines(copy)).toEqual(['paragraph', 'heading-2', 'paragraph'])
  })
})

describe('links', () => {
  const url = 'https://example.org/'

  it('join the selected words, and go again without them', () => {
    const copy = openWith(line('paragraph', 'voir le rapport'))
    copy.edit(() => {
      $select(0, 8, 15)
      expect($setLink(url)).toBe(true)
    })
    expect(copy.read().blocks).toMatchObject([
      { content: [text('voir le '), { kind: 'link', url, content: [text('rapport')] }] },
    ])
    copy.edit(() => {
      $select(1, 2)
      expect($selectedLink()?.getURL()).toBe(url)
      $removeLinks()
    })
    expect(copy.read().blocks).toEqual([line('paragraph', 'voir le rapport')])
  })

  it('cover all blocks of a selection, one link in each', () => {
    const copy = openWith(line('paragraph', 'un'), line('paragraph', 'deux'))
    copy.edit(() => {
      $select(0, 0).focus.set($getRoot().getAllTextNodes()[1]?.getKey() ?? '', 4, 'text')
      $setLink(url)
    })
    expect(copy.read().blocks.map((block) => block.kind !== 'table' && block.content[0]?.kind)).toEqual([
      'link',
      'link',
    ])
  })

  it('insert the address where nothing is selected, and change it where a link is', () => {
    const copy = openWith()
    copy.edit(() => {
      $selectBlock(0)
      $setLink(url)
    })
    copy.edit(() => {
      $select(0, 3)
      $setLink('mailto:ana@example.org')
    })
    expect(copy.read().blocks).toMatchObject([
      { content: [{ kind: 'link', url: 'mailto:ana@example.org', content: [text(url)] }] },
    ])
  })

  it('are refused for any other kind of address', () => {
    const copy = openWith(line('paragraph', 'ici'))
    const outcomes: boolean[] = []
    copy.edit(() => {
      $select(0, 0, 3)
      outcomes.push(...['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'x'].map($setLink))
    })
    expect(outcomes).toEqual([false, false, false, false])
    expect(copy.read().blocks).toEqual([line('paragraph', 'ici')])
  })
})

describe('tables', () => {
  const cellTexts = (copy: Copy) =>
    copy
      .read()
      .blocks.flatMap((block) =>
        block.kind === 'table'
          ? block.rows.map((row) => row.cells.map((cell) => cell.map((entry) => JSON.stringify(entry.content)).length))
          : [],
      )
  const open = () => {
    const copy = openWith(line('paragraph', 'Avant'))
    copy.edit(() => {
      $select(0, 5)
      $insertTable(2, 2)
    })
    copy.edit(() => {
      const selection = $getSelection()
      if ($isRangeSelection(selection)) selection.insertText('Année')
    })
    return copy
  }

  it('come with a header row, the caret in the first cell and a paragraph behind', () => {
    const copy = open()
    expect(copy.read().blocks).toEqual([
      line('paragraph', 'Avant'),
      { kind: 'table', header: true, rows: [{ cells: [[line('paragraph', 'Année')], []] }, { cells: [[], []] }] },
      line('paragraph', ''),
    ])
    expect(copy.editor.getEditorState().read($toolbarState)).toMatchObject({ table: true })
  })

  it('gain and lose rows and columns at the caret, and go with the last of them', () => {
    const copy = open()
    copy.edit(() => $insertRow(true))
    copy.edit(() => $insertColumn(false))
    expect(cellTexts(copy).map((row) => row.length)).toEqual([3, 3, 3])
    copy.edit(() => $deleteRow())
    copy.edit(() => $deleteRow())
    copy.edit(() => $deleteColumn())
    copy.edit(() => $deleteColumn())
    expect(cellTexts(copy).map((row) => row.length)).toEqual([1])
    copy.edit(() => $deleteColumn())
    expect(copy.read().blocks).toEqual([line('paragraph', 'Avant'), line('paragraph', '')])
  })

  it('keep one header row: above it a new one takes its place', () => {
    const copy = open()
    copy.edit(() => $insertRow(false))
    expect(copy.read().blocks[1]).toMatchObject({ header: true, rows: [{ cells: [[], []] }, {}, {}] })
    copy.edit(() => $toggleHeaderRow())
    expect(copy.read().blocks[1]).toMatchObject({ header: false })
  })

  it('are not put into tables', () => {
    const copy = open()
    copy.edit(() => $insertTable(2, 2))
    expect(copy.read().blocks.filter((block) => block.kind === 'table')).toHaveLength(1)
  })
})

describe('what is inserted from outside', () => {
  it('continues the line with one plain paragraph', () => {
    const copy = openWith(line('bullet', 'un trois'))
    copy.edit(() => {
      $select(0, 3)
      $insertDocument({ blocks: [line('paragraph', 'deux ')] })
    })
    expect(copy.read().blocks).toEqual([line('bullet', 'un deux trois')])
  })

  it('becomes blocks of its own kinds, the first in the empty block it is put into', () => {
    const copy = openWith()
    const pasted = [line('heading-2', 'Titre'), line('bullet', 'un'), line('bullet', 'deux', 1)]
    copy.edit(() => {
      $selectBlock(0)
      $insertDocument({ blocks: pasted })
    })
    expect(copy.read().blocks).toEqual(pasted)
  })

  it('gives only the lines of a table within a table', () => {
    const copy = openWith()
    const table = {
      kind: 'table' as const,
      header: false,
      rows: [{ cells: [[line('paragraph', 'a')], [line('paragraph', 'b')]] }],
    }
    copy.edit(() => {
      $selectBlock(0)
      $insertTable(1, 1)
    })
    copy.edit(() => $insertDocument({ blocks: [table] }))
    expect(copy.read().blocks[0]).toEqual({
      kind: 'table',
      header: true,
      rows: [{ cells: [[line('paragraph', 'a'), line('paragraph', 'b')]] }],
    })
  })

  it('may be a citation, with the caret behind it', () => {
    const copy = openWith(line('paragraph', 'Voir .'))
    copy.edit(() => {
      $select(0, 5)
      $cite('UNV-2015-007')
    })
    copy.edit(() => {
      const selection = $getSelection()
      if ($isRangeSelection(selection)) selection.insertText(' et')
    })
    expect(copy.read().blocks).toMatchObject([
      { content: [text('Voir '), { kind: 'citation', record: 'UNV-2015-007' }, text(' et.')] },
    ])
  })
})

it('reads only what is selected for a copy', () => {
  const copy = openWith(line('heading-2', 'Titre'), line('bullet', 'premier point'), line('paragraph', 'fin'))
  copy.edit(() => {
    const last = $getRoot().getAllTextNodes()[1] as TextNode
    $select(0, 2).focus.set(last.getKey(), 7, 'text')
  })
  const read = copy.editor.read(() => $readEditor($getSelection()))
  expect(read.blocks).toEqual([line('heading-2', 'tre'), line('bullet', 'premier')])
})

it('shows in the toolbar what all of the selection has', () => {
  const copy = openWith(line('quote', 'un'), line('quote', 'deux'))
  copy.edit(() => $select(0, 0, 2).formatText('bold'))
  expect(copy.editor.getEditorState().read($toolbarState)).toEqual({
    bold: true,
    italic: false,
    underline: false,
    kind: 'quote',
    link: false,
    table: false,
  })
})
