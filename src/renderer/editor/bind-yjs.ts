import {
  $getAnchorAndFocusForUserState,
  type BindingV2,
  createBindingV2__EXPERIMENTAL,
  createUndoManager,
  type Provider,
  syncLexicalUpdateToYjsV2__EXPERIMENTAL,
  syncYjsChangesToLexicalV2__EXPERIMENTAL,
  syncYjsStateToLexicalV2__EXPERIMENTAL,
  type UserState,
} from '@lexical/yjs'
import {
  $createRangeSelection,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  COLLABORATION_TAG,
  COMMAND_PRIORITY_EDITOR,
  createCommand,
  type ElementNode,
  HISTORIC_TAG,
  type LexicalCommand,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  type PointType,
  REDO_COMMAND,
  SKIP_COLLAB_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  SKIP_SELECTION_FOCUS_TAG,
  type TextNode,
  UNDO_COMMAND,
} from 'lexical'
import * as Y from 'yjs'
import { documentIn } from '../../core/rich-text/read-document.ts'
import { rewriteRuns } from '../../core/rich-text/rewrite-content.ts'
import { marksOf, ROOT, rootOf } from '../../core/rich-text/shape.ts'
import { UNSTORED_PROPERTIES } from './nodes/editor-nodes.ts'
import { $isTextBlockNode } from './nodes/text-block-node.ts'
import { $readEditor } from './read-nodes.ts'

/** The origin of updates that come from elsewhere: they are shown, never undone here, and not reported as ours. */
export const MERGE_ORIGIN = 'merge'

/** Ends the current undo step, so that what follows is undone by itself. */
export const UNDO_STEP_COMMAND: LexicalCommand<void> = createCommand('UNDO_STEP_COMMAND')

/** Tells a binding of an error in its editor; undefined where nothing is bound to it. */
const recoveries = new WeakMap<LexicalEditor, () => boolean>()

/**
 * To be called first by the editor's `onError`: whether the error came up while a merge was being shown, in which case
 * the binding shows it in another way and nothing is lost.
 */
export function recoverFrom(editor: LexicalEditor): boolean {
  return recoveries.get(editor)?.() ?? false
}

/**
 * Binds an editor to a field's Yjs document, which holds its seed already, until the returned function is called. The
 * only place that knows the binding's experimental interface.
 *
 * Register node transforms before this: they must not run on what is only being shown. A document is never changed by
 * being opened or merged, since two copies that each tidied up the same thing would end with both tidyings.
 */
export function bindYjs(editor: LexicalEditor, doc: Y.Doc): () => void {
  const provider = localProvider()
  const binding = createBindingV2__EXPERIMENTAL(editor, ROOT, doc, new Map([[ROOT, doc]]), {
    rootName: ROOT,
    excludedProperties: new Map([...UNSTORED_PROPERTIES].map(([klass, names]) => [klass, new Set(names)])),
  })
  const undo = createUndoManager(binding, binding.root)
  let isShowing = false
  let hasFailed = false
  const onTree = (events: readonly Y.YEvent<Y.XmlElement>[], transaction: Y.Transaction) => {
    if (transaction.origin === binding) return
    isShowing = true
    hasFailed = false
    const tree = [...events] as unknown as Y.YEvent<Y.XmlElement | Y.XmlText>[]
    syncYjsChangesToLexicalV2__EXPERIMENTAL(binding, provider, tree, transaction, transaction.origin === undo)
    isShowing = false
    // The binding takes shortcuts that merges can outwit, such as a link whose last words went. What is shown must be
    // what is stored, or the next key typed would write the difference back.
    if (hasFailed || !shows(editor, doc)) showAnew(binding, provider)
  }
  recoveries.set(editor, () => {
    hasFailed = true
    return isShowing
  })
  binding.root.observeDeep(onTree as Parameters<typeof binding.root.observeDeep>[0])
  const release = mergeRegister(
    editor.registerUpdateListener((update) => {
      if (update.tags.has(SKIP_COLLAB_TAG)) return
      if (update.tags.has(COLLABORATION_TAG) || update.tags.has(HISTORIC_TAG)) {
        // Lexical may have joined neighbouring texts; the document keeps them until somebody edits that paragraph.
        for (const key of update.normalizedNodes) binding.mapping.deleteNode(key)
        return
      }
      doc.transact(() => {
        syncLexicalUpdateToYjsV2__EXPERIMENTAL(
          binding,
          provider,
          update.prevEditorState,
          update.editorState,
          update.dirtyElements,
          update.dirtyLeaves,
          update.normalizedNodes,
          update.tags,
        )
        update.editorState.read(() => $tidy(binding, update.dirtyElements.keys()))
      }, binding)
    }),
    editor.registerCommand(UNDO_COMMAND, () => undo.undo() !== null, COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(REDO_COMMAND, () => undo.redo() !== null, COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(UNDO_STEP_COMMAND, () => (undo.stopCapturing(), true), COMMAND_PRIORITY_EDITOR),
  )
  syncYjsStateToLexicalV2__EXPERIMENTAL(binding, provider)
  return () => {
    release()
    recoveries.delete(editor)
    binding.root.unobserveDeep(onTree as Parameters<typeof binding.root.observeDeep>[0])
    undo.destroy()
  }
}

function shows(editor: LexicalEditor, doc: Y.Doc): boolean {
  const shown = editor.getEditorState().read(() => $readEditor())
  return JSON.stringify(shown) === JSON.stringify(documentIn(rootOf(doc)))
}

/** Builds what is shown anew from the document, with the caret where it was. */
function showAnew(binding: BindingV2, provider: Provider): void {
  const { editor } = binding
  const hadCaret = editor.getEditorState().read(() => $isRangeSelection($getSelection()))
  syncYjsStateToLexicalV2__EXPERIMENTAL(binding, provider)
  const self = provider.awareness.getLocalState()
  if (!hadCaret || !self?.anchorPos || !self.focusPos) return
  editor.update(
    () => {
      const { anchorKey, anchorOffset, focusKey, focusOffset } = $getAnchorAndFocusForUserState(binding, self)
      if (anchorKey === null || focusKey === null) return
      const selection = $createRangeSelection()
      $setPoint(selection.anchor, anchorKey, anchorOffset)
      $setPoint(selection.focus, focusKey, focusOffset)
      $setSelection(selection)
    },
    { discrete: true, tag: [COLLABORATION_TAG, SKIP_SCROLL_INTO_VIEW_TAG, SKIP_SELECTION_FOCUS_TAG] },
  )
}

function $setPoint(point: PointType, key: NodeKey, offset: number): void {
  const node = $getNodeByKey(key)
  if ($isTextNode(node)) point.set(key, Math.min(offset, node.getTextContentSize()), 'text')
  else if ($isElementNode(node)) point.set(key, Math.min(offset, node.getChildrenSize()), 'element')
  else if (node) point.set(node.getParentOrThrow().getKey(), node.getIndexWithinParent(), 'element')
}

/** Mends what the binding leaves behind in the elements that a person just changed. */
function $tidy(binding: BindingV2, keys: Iterable<NodeKey>): void {
  for (const key of keys) {
    const node = $getNodeByKey(key)
    const element = node && $isElementNode(node) ? binding.mapping.getSharedType(node) : undefined
    if (!(element instanceof Y.XmlElement) || !$isElementNode(node)) continue
    // Two people who each type into a paragraph that was empty must type into one text.
    if ($isTextBlockNode(node) && element.length === 0) element.insert(0, [new Y.XmlText()])
    mendCharacters(element, $textGroups(node))
  }
}

/** The binding compares code units: of two emoji that share a half it replaces the other half, and Yjs garbles both. */
function mendCharacters(element: Y.XmlElement, groups: readonly (readonly TextNode[] | null)[]): void {
  groups.forEach((nodes, index) => {
    const text = element.get(index) as unknown
    if (!nodes || !(text instanceof Y.XmlText)) return
    const wanted = nodes.map((node) => node.getTextContent()).join('')
    if (!/[\ud800-\udfff]/.test(wanted) && !/\ufffd/.test(text.toString())) return
    const stored = (text.toDelta() as readonly { readonly insert: unknown }[]).map((run) => run.insert).join('')
    if (stored === wanted) return
    rewriteRuns(
      text,
      nodes.map((node) => ({ text: node.getTextContent(), marks: marksOf(node.getFormat()) })),
    )
  })
}

/** The children as the document holds them: neighbouring text nodes are one text; null for everything else. */
function $textGroups(parent: ElementNode): readonly (readonly TextNode[] | null)[] {
  const groups: (TextNode[] | null)[] = []
  for (const child of parent.getChildren()) {
    const last = groups.at(-1)
    if (!$isTextNode(child)) groups.push(null)
    else if (last) last.push(child)
    else groups.push([child])
  }
  return groups
}

/** The binding keeps the caret in place through the awareness of a provider: this one knows only ourselves. */
function localProvider(): Provider {
  const nothing = () => {}
  let self: UserState | null = {
    anchorPos: null,
    focusPos: null,
    focusing: false,
    name: '',
    color: '',
    awarenessData: {},
  }
  return {
    awareness: {
      getLocalState: () => self,
      getStates: () => new Map(),
      setLocalState: (state) => {
        self = state
      },
      setLocalStateField: nothing,
      on: nothing,
      off: nothing,
    },
    connect: nothing,
    disconnect: nothing,
    on: nothing,
    off: nothing,
  }
}
