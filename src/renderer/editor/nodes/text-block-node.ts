import { $create, type LexicalNode, ParagraphNode, type RangeSelection } from 'lexical'
import type { TextBlockKind } from '../../../core/rich-text/document.ts'
import { MAX_INDENT } from '../../../core/rich-text/shape.ts'

const TAGS: Readonly<Record<TextBlockKind, string>> = {
  paragraph: 'p',
  'heading-2': 'h2',
  'heading-3': 'h3',
  quote: 'blockquote',
  bullet: 'p',
  number: 'p',
}

/**
 * The one text block of the editor: paragraph, heading, quote and list line differ only in `__kind`, so that changing
 * the kind keeps the block, and with it what a colleague is typing into it. Stands in for Lexical's own paragraph
 * everywhere. The property names are stored in files (`core/rich-text/shape.ts`).
 */
export class TextBlockNode extends ParagraphNode {
  __kind: TextBlockKind = 'paragraph'
  __level = 0

  override $config() {
    return this.config('block', { extends: ParagraphNode })
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous)
    this.__kind = previous.__kind
    this.__level = previous.__level
  }

  getKind(): TextBlockKind {
    const kind = this.getLatest().__kind
    return Object.hasOwn(TAGS, kind) ? kind : 'paragraph'
  }

  setKind(kind: TextBlockKind): void {
    if (this.getLatest().__kind !== kind) this.getWritable().__kind = kind
  }

  /** How deep a list line is nested; 0 for all other kinds. */
  getLevel(): number {
    return this.isListLine() ? Math.min(Math.max(0, Math.floor(this.getLatest().__level) || 0), MAX_INDENT) : 0
  }

  setLevel(level: number): void {
    if (this.getLatest().__level !== level) this.getWritable().__level = level
  }

  isListLine(): boolean {
    const kind = this.getKind()
    return kind === 'bullet' || kind === 'number'
  }

  isHeading(): boolean {
    const kind = this.getKind()
    return kind === 'heading-2' || kind === 'heading-3'
  }

  /** Lexical's own indent sets an inline style and another property; list lines have `setLevel`. */
  override canIndent(): boolean {
    return false
  }

  override createDOM(): HTMLElement {
    const element = document.createElement(TAGS[this.getKind()])
    dress(element, this)
    return element
  }

  override updateDOM(previous: this, element: HTMLElement): boolean {
    if (previous.__kind !== this.__kind) return true
    if (previous.__level !== this.__level) dress(element, this)
    return false
  }

  /** Enter continues a list or quote; after a heading comes a paragraph. */
  override insertNewAfter(selection: RangeSelection, restoreSelection = true): TextBlockNode {
    const isHeading = this.isHeading()
    const next = $createTextBlockNode(isHeading ? 'paragraph' : this.getKind(), this.getLevel())
    if (!isHeading) next.setTextFormat(selection.format)
    this.insertAfter(next, restoreSelection)
    return next
  }
}

function dress(element: HTMLElement, node: TextBlockNode): void {
  element.className = `block block-${node.getKind()}`
  if (node.isListLine()) element.dataset['level'] = String(node.getLevel())
}

/** Makes a text block. */
export function $createTextBlockNode(kind: TextBlockKind = 'paragraph', level = 0): TextBlockNode {
  const block = $create(TextBlockNode)
  block.setKind(kind)
  block.setLevel(level)
  return block
}

/** Whether a node is a text block. */
export function $isTextBlockNode(node: LexicalNode | null | undefined): node is TextBlockNode {
  return node instanceof TextBlockNode
}
