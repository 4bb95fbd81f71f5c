import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../ipc/events.ts'
import { SHORTCUTS } from '../ipc/shortcuts.ts'
import type { RecentWorkspace } from '../ipc/shapes.ts'
import type { Lang } from './outcome.ts'
import { words } from './words.ts'

/** What the menu depends on: it is built again whenever one of these changes. */
export type MenuState = {
  readonly lang: Lang
  readonly recent: readonly RecentWorkspace[]
  readonly workspaceOpen: boolean
  readonly mac: boolean
}

/** What the menu does. */
export type MenuActions = {
  readonly command: (command: MenuCommand) => void
  readonly openRecent: (path: string) => void
  readonly about: () => void
}

type Item = MenuItemConstructorOptions

const LINE: Item = { type: 'separator' }

/** Commands that make sense without a workspace. */
const ALWAYS: ReadonlySet<MenuCommand> = new Set([
  'new-workspace',
  'open-workspace',
  'preferences',
  'shortcuts',
  'lang-en',
  'lang-fr',
  'lang-es',
])

/** The native menu in the person's language, every command with its keys. */
export function menuTemplate(state: MenuState, actions: MenuActions): Item[] {
  const { commands, menus, roles } = words(state.lang)
  const command = (name: MenuCommand, more: Item = {}): Item => {
    const keys = SHORTCUTS[name]?.replace('Mod', 'CmdOrCtrl')
    return {
      id: name,
      label: commands[name],
      enabled: state.workspaceOpen || ALWAYS.has(name),
      click: () => actions.command(name),
      ...(keys ? { accelerator: keys } : {}),
      ...more,
    }
  }
  const role = (name: keyof typeof roles & NonNullable<Item['role']>): Item => ({ role: name, label: roles[name] })
  const language = (lang: Lang): Item =>
    command(`lang-${lang}`, { type: 'radio', checked: state.lang === lang, enabled: true })

  const file: Item[] = [
    command('new-record'),
    command('new-case-study'),
    command('new-lesson'),
    command('new-innovation'),
    command('new-brief'),
    LINE,
    command('new-workspace'),
    command('open-workspace'),
    { label: menus.recent, submenu: recentItems(state, actions) },
    command('close-workspace'),
    LINE,
    command('save'),
    command('save-copy'),
    command('save-light-copy'),
    command('earlier-versions'),
    command('workspace-size'),
    command('merge'),
    command('import'),
    command('review-suggestions'),
    LINE,
    command('export'),
    command('print'),
    LINE,
    ...(state.mac ? [] : [command('preferences')]),
    role('quit'),
  ]
  return [
    ...(state.mac ? [macMenu(command, role)] : []),
    { label: menus.file, submenu: file },
    {
      label: menus.edit,
      submenu: [
        command('undo'),
        command('redo'),
        LINE,
        role('cut'),
        role('copy'),
        role('paste'),
        role('selectAll'),
        LINE,
        command('find'),
      ],
    },
    {
      label: menus.go,
      submenu: [command('go-library'), command('go-brief'), command('go-history'), LINE, command('go-anywhere')],
    },
    {
      label: menus.view,
      submenu: [
        { label: menus.language, submenu: [language('en'), language('fr'), language('es')] },
        LINE,
        role('zoomIn'),
        role('zoomOut'),
        role('resetZoom'),
        role('togglefullscreen'),
      ],
    },
    { label: menus.help, role: 'help', submenu: [command('shortcuts'), { label: menus.about, click: actions.about }] },
  ]
}

function macMenu(
  command: (name: MenuCommand) => Item,
  role: (name: 'hide' | 'hideOthers' | 'unhide' | 'quit') => Item,
): Item {
  return {
    label: 'Temoin',
    submenu: [command('preferences'), LINE, role('hide'), role('hideOthers'), role('unhide'), LINE, role('quit')],
  }
}

function recentItems({ recent, lang }: MenuState, { openRecent }: MenuActions): Item[] {
  if (recent.length === 0) return [{ label: words(lang).menus.noRecent, enabled: false }]
  return recent.map(({ path, name }) => ({ label: `${name}  (${path})`, click: () => openRecent(path) }))
}
