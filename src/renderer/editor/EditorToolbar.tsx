import './toolbar.css'
import { COMMAND_PRIORITY_LOW, type LexicalEditor } from 'lexical'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { useActiveEditor } from './active-editor.ts'
import { shortcutLabel } from './keys.ts'
import { onMac } from './on-mac.ts'
import { TableTool } from './TableTool.tsx'
import { ToolButton } from './ToolButton.tsx'
import { $toolbarState, IDLE_TOOLBAR, type ToolbarState } from './toolbar-state.ts'
import { type Tool, TOOL_GROUPS } from './tools.ts'
import { TO_TOOLBAR_COMMAND } from './writing.ts'

const NAMES = TOOL_GROUPS.flat().map((tool) => tool.name)

/**
 * The formatting tools of a page, for whichever of its editors was written in last. One stop for the Tab key; arrows
 * go from tool to tool, Escape back into the text, Alt+F10 comes here from there.
 */
export function EditorToolbar() {
  const { t } = useText()
  const bar = useRef<HTMLDivElement>(null)
  const editor = useActiveEditor(({ active }) => active?.editor ?? null)
  const state = useToolbarState(editor)
  const [stop, setStop] = useState(NAMES[0] ?? '')
  const words = { ctrl: t('app:keys.ctrl'), shift: t('app:keys.shift'), alt: t('editor:keys.alt') }

  useEffect(
    () =>
      editor?.registerCommand(
        TO_TOOLBAR_COMMAND,
        () => {
          bar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
          return true
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor],
  )

  function onKeyDown(event: KeyboardEvent): void {
    const buttons = [...(bar.current?.querySelectorAll<HTMLElement>('[data-tool]') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
    if (event.key === 'Escape' && editor) editor.focus()
    else if (next === undefined || at < 0) return
    else buttons[(next + buttons.length) % buttons.length]?.focus()
    event.preventDefault()
    event.stopPropagation()
  }

  const show = (tool: Tool) => {
    const common = {
      name: tool.name,
      label: t(`editor:tools.${tool.name}`),
      keys: shortcutLabel(tool.name, onMac, words),
      icon: tool.icon,
      isOn: tool.isOn?.(state),
      isDisabled: editor === null,
      isStop: stop === tool.name,
      onFocus: () => setStop(tool.name),
    }
    if (tool.name === 'table' && state.table && editor) return <TableTool key={tool.name} {...common} editor={editor} />
    return <ToolButton key={tool.name} {...common} onPress={() => editor && tool.run(editor)} />
  }

  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- one of its tools has the focus, never the bar
    <div ref={bar} className="editor-toolbar" role="toolbar" aria-label={t('editor:toolbar')} onKeyDown={onKeyDown}>
      {TOOL_GROUPS.map((group) => (
        <div key={group[0]?.name} className="editor-toolbar-group">
          {group.map(show)}
        </div>
      ))}
    </div>
  )
}

function useToolbarState(editor: LexicalEditor | null): ToolbarState {
  const [state, setState] = useState(IDLE_TOOLBAR)
  useEffect(() => {
    if (!editor) return setState(IDLE_TOOLBAR)
    const read = () => {
      const next = editor.getEditorState().read($toolbarState)
      setState((now) => (isSame(now, next) ? now : next))
    }
    read()
    return editor.registerUpdateListener(read)
  }, [editor])
  return state
}

function isSame(a: ToolbarState, b: ToolbarState): boolean {
  return Object.entries(a).every(([name, value]) => b[name as keyof ToolbarState] === value)
}
