import { Plus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { MenuCommand } from '../../ipc/events.ts'
import { formatNumber } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { runCommand } from './commands.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { usePlace } from './place.ts'
import { FileState } from './FileState.tsx'
import { SearchHelp } from './SearchHelp.tsx'
import { setQuery, useSearch } from './search.ts'
import { useSession } from './session.ts'
import { useToSettle } from './to-settle.ts'
import { useKeyNames } from './use-keys.ts'
import { WhoAmI } from './WhoAmI.tsx'

const NEW = ['new-case-study', 'new-lesson', 'new-innovation', 'new-brief'] as const satisfies readonly MenuCommand[]

/** Always there while a workspace is open: where one is and can go, the search, whether it is safe, and New. */
export function TopBar() {
  const { t } = useText()
  const keys = useKeyNames()
  const name = useSession((state) => state.workspace?.name ?? '')
  return (
    <header className="top-bar">
      <p className="top-name" title={name}>
        {name}
      </p>
      <Places />
      <TopSearch />
      <FileState />
      <WhoAmI />
      <LanguageSwitch />
      <Menu
        label={t('app:new')}
        entries={NEW.map((id) => ({ id, label: t(`menu:commands.${id}`), keys: keys(id) }))}
        onAction={(id) => runCommand(id as MenuCommand)}
      >
        <Button look="primary" icon={Plus}>
          {t('app:new')}
        </Button>
      </Menu>
    </header>
  )
}

const PLACES = [
  { kind: 'library', command: 'go-library' },
  { kind: 'brief', command: 'go-brief' },
  { kind: 'merge', command: 'go-history' },
] as const

function Places() {
  const { t, lang } = useText()
  const toSettle = useToSettle((state) => state.list?.total ?? 0)
  const keys = useKeyNames()
  const here = usePlace((state) => (state.place.kind === 'record' ? 'library' : state.place.kind))
  return (
    <nav className="places" aria-label={t('app:placesLabel')}>
      {PLACES.map(({ kind, command }) => (
        <button
          key={kind}
          type="button"
          className="place-link"
          aria-current={here === kind ? 'page' : undefined}
          title={keys(command)}
          onClick={() => runCommand(command)}
        >
          {t(`app:places.${kind}`)}
          {kind === 'merge' && toSettle > 0 ? (
            <span className="place-count">
              <span aria-hidden>{formatNumber(toSettle, lang)}</span>
              <span className="unseen">{t('app:toSettle', { count: toSettle })}</span>
            </span>
          ) : null}
        </button>
      ))}
    </nav>
  )
}

function TopSearch() {
  const { t } = useText()
  const { query, focusAsked } = useSearch()
  const { place, go } = usePlace()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focusAsked === 0) return
    input.current?.focus()
    input.current?.select()
  }, [focusAsked])
  return (
    <search className="top-search">
      <SearchField
        label={t('app:search.label')}
        clearLabel={t('app:search.clear')}
        placeholder={t('app:search.placeholder')}
        value={query}
        inputRef={input}
        whileEmpty={<SearchHelp />}
        onChange={(text) => {
          setQuery(text)
          if (place.kind !== 'library' && text !== '') go({ kind: 'library' })
        }}
      />
    </search>
  )
}
