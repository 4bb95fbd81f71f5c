import { $create, DecoratorNode, type LexicalNode } from 'lexical'
import type { JSX } from 'react'
import { CitationChip } from '../CitationChip.tsx'

/** A record cited as evidence. Only its id is stored, as `__record`; what the chip shows comes from around the editor. */
export class CitationNode extends DecoratorNode<JSX.Element> {
  __record = ''

  override $config() {
    return this.config('citation', { extends: DecoratorNode })
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous)
    this.__record = previous.__record
  }

  getRecord(): string {
    return this.getLatest().__record
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('span')
    element.className = 'citation'
    return element
  }

  override updateDOM(): false {
    return false
  }

  override decorate(): JSX.Element {
    return <CitationChip record={this.__record} />
  }
}

/** Makes a citation of a record. */
export function $createCitationNode(record: string): CitationNode {
  const citation = $create(CitationNode)
  citation.__record = record
  return citation
}

/** Whether a node is a citation. */
export function $isCitationNode(node: LexicalNode | null | undefined): node is CitationNode {
  return node instanceof CitationNode
}
