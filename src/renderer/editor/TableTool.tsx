import type { LexicalEditor } from 'lexical'
import { Pressable } from 'react-aria-components'
import { useText } from '../i18n/use-text.ts'
import { Menu } from '../ui/Menu.tsx'
import {
  $deleteColumn,
  $deleteRow,
  $deleteTable,
  $insertColumn,
  $insertRow,
  $toggleHeaderRow,
} from './table-commands.ts'
import { BareTool, type ToolProps } from './ToolButton.tsx'
import { change } from './tools.ts'

const ACTIONS = {
  rowAbove: () => $insertRow(false),
  rowBelow: () => $insertRow(true),
  columnBefore: () => $insertColumn(false),
  columnAfter: () => $insertColumn(true),
  headerRow: $toggleHeaderRow,
  deleteRow: $deleteRow,
  deleteColumn: $deleteColumn,
  deleteTable: $deleteTable,
} as const

/** The table tool while the caret stands in a table: a menu of what can be done to it. */
export function TableTool({ editor, ...tool }: ToolProps & { readonly editor: LexicalEditor }) {
  const { t } = useText()
  return (
    <Menu
      label={t('editor:table.label')}
      entries={Object.keys(ACTIONS).map((id) => ({ id, label: t(`editor:table.${id}`) }))}
      onAction={(id) => change(editor, ACTIONS[id as keyof typeof ACTIONS])}
    >
      <Pressable>
        <BareTool {...tool} onPress={() => {}} />
      </Pressable>
    </Menu>
  )
}
