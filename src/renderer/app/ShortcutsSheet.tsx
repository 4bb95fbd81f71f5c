import './panels.css'
import type { MenuCommand } from '../../ipc/events.ts'
import { SHORTCUTS } from '../../ipc/shortcuts.ts'
import { useText } from '../i18n/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { closePanel } from './panels.ts'
import { useKeyNames } from './use-keys.ts'

/** Keys that stand for no command: what they do, and the keys with the names of those that have one. */
const OTHERS = [
  { id: 'app:shortcuts.back', keys: ['esc'] },
  { id: 'app:shortcuts.search', keys: ['/'] },
  { id: 'app:shortcuts.open', keys: ['enter'] },
  { id: 'app:shortcuts.selectAll', keys: ['ctrl', 'A'] },
  { id: 'app:shortcuts.extend', keys: ['shift', '↓'] },
  { id: 'app:shortcuts.cite', keys: ['@'] },
  { id: 'app:shortcuts.help', keys: ['?'] },
] as const

/** Keys that work inside a record. */
const IN_RECORD = ['next', 'previous', 'side'] as const

const NAMED: ReadonlySet<string> = new Set(['esc', 'enter', 'ctrl', 'shift'])

/** Every shortcut on one sheet. */
export function ShortcutsSheet() {
  const { t } = useText()
  const keys = useKeyNames()
  const commands = Object.keys(SHORTCUTS) as readonly MenuCommand[]
  const lines = [
    ...commands.map((command) => ({ what: t(`menu:commands.${command}`).replace('…', ''), keys: keys(command) })),
    ...IN_RECORD.map((id) => ({ what: t(`record:shortcuts.${id}.what`), keys: t(`record:shortcuts.${id}.keys`) })),
    ...OTHERS.map((other) => ({
      what: t(other.id),
      keys: other.keys.map((key) => (NAMED.has(key) ? t(`app:keys.${key}`) : key)).join('+'),
    })),
  ]
  return (
    <Dialog isOpen onClose={closePanel} title={t('app:shortcuts.title')} width="wide">
      <dl className="shortcut-list">
        {lines.map((line) => (
          <div key={line.what} className="shortcut-line">
            <dt>{line.what}</dt>
            <dd>
              <Kbd keys={line.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
