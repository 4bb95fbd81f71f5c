import type { LexicalEditor, NodeKey } from 'lexical'
import { type JSX, useLayoutEffect, useState } from 'react'
import { createPortal } from 'react-dom'

/** Renders the notes and citations of an editor into the places that Lexical keeps for them. */
export function Decorators({ editor }: { readonly editor: LexicalEditor }) {
  const [decorators, setDecorators] = useState<Readonly<Record<NodeKey, JSX.Element>>>({})
  useLayoutEffect(() => {
    setDecorators(editor.getDecorators<JSX.Element>())
    return editor.registerDecoratorListener<JSX.Element>(setDecorators)
  }, [editor])
  return Object.entries(decorators).map(([key, content]) => {
    const place = editor.getElementByKey(key)
    return place ? createPortal(content, place, key) : null
  })
}
