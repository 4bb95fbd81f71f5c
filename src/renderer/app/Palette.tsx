import './panels.css'
import { useEffect, useState } from 'react'
import {
  Autocomplete,
  Dialog as AriaDialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { type Card, titleOf } from '../../core/model/card.ts'
import { MENU_COMMANDS, type MenuCommand } from '../../ipc/events.ts'
import { folded } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { takeFocus } from '../ui/take-focus.ts'
import { call } from './client.ts'
import { isAvailable, runCommand } from './commands.ts'
import { closePanel } from './panels.ts'
import { usePlace } from './place.ts'
import { useSession } from './session.ts'
import { useKeyNames } from './use-keys.ts'

const RECORDS_SHOWN = 8

/** Goes anywhere and does anything by its name, accents or none. */
export function Palette() {
  const { t, lang } = useText()
  const keys = useKeyNames()
  const [typed, setTyped] = useState('')
  const cards = useCards(typed)
  const wanted = folded(typed.trim())
  const commands = MENU_COMMANDS.filter((command) => command !== 'go-anywhere' && isAvailable(command))
    .map((id) => ({ id, label: t(`menu:commands.${id}`).replace('…', '') }))
    .filter(({ label }) => wanted.split(/\s+/).every((word) => folded(label).includes(word)))

  const choose = (key: string) => {
    closePanel()
    const card = cards.find(({ id }) => `record ${id}` === key)
    if (card) usePlace.getState().go({ kind: card.kind === 'brief' ? 'brief' : 'record', id: card.id })
    else runCommand(key as MenuCommand)
  }

  return (
    <ModalOverlay className="veil veil-top" isOpen isDismissable onOpenChange={closePanel}>
      <Modal className="dialog palette">
        <AriaDialog className="dialog-inside" aria-label={t('app:palette.label')}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField className="palette-search" aria-label={t('app:palette.label')}>
              <Input
                className="palette-input"
                // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/role-has-required-aria-props -- Autocomplete says which list
                role="combobox"
                aria-expanded
                aria-haspopup="listbox"
                placeholder={t('app:palette.placeholder')}
                ref={takeFocus}
              />
            </SearchField>
            <ListBox
              className="palette-list"
              aria-label={t('app:palette.label')}
              onAction={(key) => choose(String(key))}
              renderEmptyState={() => <p className="choice-none">{t('app:palette.none')}</p>}
            >
              {commands.length > 0 ? (
                <ListBoxSection>
                  <Header className="palette-head">{t('app:palette.commands')}</Header>
                  {commands.map(({ id, label }) => (
                    <ListBoxItem key={id} id={id} textValue={label} className="choice">
                      <span className="menu-entry">
                        <span className="menu-words">{label}</span>
                        {keys(id) ? <Kbd keys={keys(id)} /> : null}
                      </span>
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              ) : null}
              {cards.length > 0 ? (
                <ListBoxSection>
                  <Header className="palette-head">{t('app:palette.records')}</Header>
                  {cards.map((card) => {
                    const title = titleOf(card, lang) || t('app:untitled')
                    return (
                      <ListBoxItem key={card.id} id={`record ${card.id}`} textValue={title} className="choice">
                        <span className="menu-entry">
                          <span className="menu-words">{title}</span>
                          <span className="palette-kind">{t(`kinds:${card.kind}.name`)}</span>
                        </span>
                      </ListBoxItem>
                    )
                  })}
                </ListBoxSection>
              ) : null}
            </ListBox>
          </Autocomplete>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The records and briefs whose text answers to what is typed; only their latest answer counts. */
function useCards(typed: string): readonly Card[] {
  const { lang } = useText()
  const open = useSession((state) => state.workspace !== null)
  const [cards, setCards] = useState<readonly Card[]>([])
  useEffect(() => {
    let current = true
    const query = typed.trim()
    if (query === '' || !open) {
      setCards([])
      return undefined
    }
    const ask = {
      query,
      filters: {},
      sort: 'relevance',
      descending: true,
      offset: 0,
      limit: RECORDS_SHOWN,
      lang,
    } as const
    void call('library.search', ask).then((outcome) => {
      if (current && outcome.ok) setCards(outcome.value.hits.map((hit) => hit.card))
    })
    return () => {
      current = false
    }
  }, [typed, lang, open])
  return cards
}
