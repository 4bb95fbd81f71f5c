import { $isLinkNode } from '@lexical/link'
import {
  $findMatchingParent,
  $getNearestNodeFromDOMNode,
  CLICK_COMMAND,
  COMMAND_PRIORITY_LOW,
  type LexicalEditor,
  mergeRegister,
} from 'lexical'

/** Keeps the window where it is when a link is pressed; with Ctrl or Cmd the link is opened the way the app opens links. */
export function registerLinkClicks(editor: LexicalEditor, onOpenLink: (url: string) => void): () => void {
  return mergeRegister(
    editor.registerCommand(
      CLICK_COMMAND,
      (event) => {
        const target = linkIn(event)
        if (!target) return false
        event.preventDefault()
        if (event.ctrlKey || event.metaKey) {
          const node = $getNearestNodeFromDOMNode(target)
          const link = $isLinkNode(node) ? node : node && $findMatchingParent(node, $isLinkNode)
          if (link) onOpenLink(link.getURL())
        }
        return false
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('auxclick', stayHere)
      root?.addEventListener('auxclick', stayHere)
    }),
  )
}

/** The middle button would open a window of its own. */
function stayHere(event: MouseEvent): void {
  if (linkIn(event)) event.preventDefault()
}

function linkIn(event: MouseEvent): Element | null {
  return event.target instanceof Element ? event.target.closest('a') : null
}
