import { $isTableSelection } from '@lexical/table'
import { $getSelection, $isRangeSelection } from 'lexical'
import type { TextBlockKind } from '../../core/rich-text/document.ts'
import { $selectedBlocks } from './block-commands.ts'
import { $selectedLink } from './link-commands.ts'
import { $isInTable } from './table-commands.ts'

/** What the toolbar shows of the selection. */
export type ToolbarState = {
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  /** The kind that all selected blocks share. */
  readonly kind: TextBlockKind | null
  readonly link: boolean
  readonly table: boolean
}

/** Nothing is pressed. */
export const IDLE_TOOLBAR: ToolbarState = {
  bold: false,
  italic: false,
  underline: false,
  kind: null,
  link: false,
  table: false,
}

/** Reads what holds at the selection. */
export function $toolbarState(): ToolbarState {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return IDLE_TOOLBAR
  const kinds = new Set($selectedBlocks().map((block) => block.getKind()))
  const [kind] = kinds
  return {
    bold: $isRangeSelection(selection) && selection.hasFormat('bold'),
    italic: $isRangeSelection(selection) && selection.hasFormat('italic'),
    underline: $isRangeSelection(selection) && selection.hasFormat('underline'),
    kind: kinds.size === 1 ? (kind ?? null) : null,
    link: $selectedLink() !== null,
    table: $isInTable(),
  }
}
