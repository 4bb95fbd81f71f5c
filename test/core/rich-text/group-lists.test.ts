import { expect, it } from 'vitest'
import type { TextBlock } from '../../../src/core/rich-text/document.ts'
import { groupLists } from '../../../src/core/rich-text/group-lists.ts'

const line = (kind: TextBlock['kind'], indent: number, words: string): TextBlock => ({
  kind,
  indent,
  content: [{ kind: 'text', text: words, marks: [] }],
})
const item = (words: string, ...lists: unknown[]) => ({ content: [{ kind: 'text', text: words, marks: [] }], lists })
const list = (ordered: boolean, ...items: unknown[]) => ({ kind: 'list', ordered, items })

it('nests neighbouring lines by indent and begins a new list where the marker changes', () => {
  const title = line('heading-2', 0, 'Pasos')
  expect(
    groupLists([
      title,
      line('number', 0, 'Convocar'),
      line('bullet', 1, 'por radio'),
      line('bullet', 4, 'en quechua'),
      line('bullet', 2, 'en español'),
      line('number', 1, 'primero'),
      line('number', 0, 'Formar'),
      line('bullet', 0, 'Acompañar'),
      line('paragraph', 0, 'Fin.'),
      line('bullet', 3, 'Anexo'),
    ]),
  ).toEqual([
    title,
    list(
      true,
      item(
        'Convocar',
        list(false, item('por radio', list(false, item('en quechua'), item('en español')))),
        list(true, item('primero')),
      ),
      item('Formar'),
    ),
    list(false, item('Acompañar')),
    line('paragraph', 0, 'Fin.'),
    list(false, item('Anexo')),
  ])
})

it('leaves a text without lists as it is', () => {
  const blocks = [line('paragraph', 0, 'Uno'), line('quote', 0, 'Dos')]
  expect(groupLists(blocks)).toEqual(blocks)
  expect(groupLists([])).toEqual([])
})
