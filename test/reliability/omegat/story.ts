import {
  type Block,
  type Inline,
  type Mark,
  MARKS,
  type RichDocument,
  type TextBlock,
} from '../../../src/core/rich-text/document.ts'
import type { Random } from '../support/random.ts'

const WORDS = [
  ...['Douze', 'comités', 'villageois', 'tiennent', 'leurs', 'comptes', 'l’eau', 'à', 'Podor', 'depuis', '2011'],
  ...['« mieux »', 'R & D', '3 < 4', '12 %', 'm³', 'sécheresse', 'Dakar', '(voir', 'plus', 'bas)', 'œuvre', '"citée"'],
]
const KINDS: readonly TextBlock['kind'][] = [
  'paragraph',
  'paragraph',
  'heading-2',
  'heading-3',
  'quote',
  'bullet',
  'number',
]

/** A text of any form: headings, lists, tables, marks over each other, links, notes, citations and line breaks. */
export function storyOf(random: Random): RichDocument {
  const blocks = Array.from({ length: 2 + random.below(5) }, (): Block => {
    if (random.below(5) > 0) return line(random, random.pick(KINDS))
    const columns = 1 + random.below(3)
    const cell = () => [line(random, 'paragraph')]
    const rows = Array.from({ length: 1 + random.below(3) }, () => ({ cells: Array.from({ length: columns }, cell) }))
    return { kind: 'table', header: random.below(2) === 0, rows }
  })
  return { blocks }
}

function line(random: Random, kind: TextBlock['kind']): TextBlock {
  const isList = kind === 'bullet' || kind === 'number'
  const content = Array.from({ length: 1 + random.below(4) }, () => piece(random))
  return { kind, indent: isList ? random.below(3) : 0, content: [text(random, []), ...content] }
}

function piece(random: Random): Inline {
  switch (random.below(8)) {
    case 0:
      return { kind: 'link', url: 'https://example.org/a?b=1&c=2', content: [text(random, marks(random))] }
    case 1:
      return { kind: 'note', text: sentence(random) }
    case 2:
      return { kind: 'citation', record: 'w3x830ryr9jraepy' }
    case 3:
      return { kind: 'break' }
    default:
      return text(random, marks(random))
  }
}

function text(random: Random, own: readonly Mark[]): Inline {
  return { kind: 'text', text: `${sentence(random)} `, marks: own }
}

function sentence(random: Random): string {
  const words = Array.from({ length: 2 + random.below(6) }, () => random.pick(WORDS))
  return `${words.join(' ')}.`
}

function marks(random: Random): readonly Mark[] {
  return MARKS.filter(() => random.below(4) === 0)
}
