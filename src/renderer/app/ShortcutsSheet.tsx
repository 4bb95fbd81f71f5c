import './panels.css'
import type { MenuCommand } from '../../ipc/events.ts'
import { SHORTCUTS } from '../../ipc/shortcuts.ts'
import { useText } from '../i18n/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { closePanel } from './panels.ts'
import { useKeyNames } from './use-keys.ts'

/** Keys that are no commands: what they do, by their key in the locale files. */
const OTHERS = ['back', 'search', 'open', 'selectAll', 'extend', 'cite', 'help'] as const

/** Every shortcut on one sheet. */
export function ShortcutsSheet() {
  const { t } = useText()
  const keys = useKeyNames()
  const commands = Object.keys(SHORTCUTS) as readonly MenuCommand[]
  const lines = [
    ...commands.map((command) => ({ what: t(`menu:commands.${command}`).replace('…', ''), keys: keys(command) })),
    ...OTHERS.map((id) => ({ what: t(`app:shortcuts.${id}.what`), keys: t(`app:shortcuts.${id}.keys`) })),
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
