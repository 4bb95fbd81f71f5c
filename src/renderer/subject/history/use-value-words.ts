import { useCallback, useMemo } from 'react'
import { titleOf } from '../../../core/model/card.ts'
import { findField } from '../../../core/model/kinds.ts'
import type { Json } from '../../../core/model/json.ts'
import { themeName, useThemes } from '../../app/themes.ts'
import { useText } from '../../i18n/use-text.ts'
import { valueWords } from '../field-words.ts'
import { useCards } from '../use-cards.ts'

/**
 * Says values of a field as people read them, the workspace's own themes and the titles of records included.
 *
 * @param values those that will be asked for: what a record is called has to be looked up
 */
export function useValueWords(kind: string, field: string, values: readonly Json[]): (value: Json) => string {
  const { t, lang } = useText()
  const declared = findField(kind, field)
  const element = declared?.type === 'set' ? declared.element : null
  const ids = useMemo(
    () => (element === 'record' ? values.filter((value) => typeof value === 'string') : []),
    [element, values],
  )
  const cards = useCards(ids)
  const themes = useThemes()
  return useCallback(
    (value) => {
      if (element === 'theme') {
        const theme = themes.find(({ id }) => id === value)
        if (theme) return themeName(theme, lang)
      }
      const card = element === 'record' && typeof value === 'string' ? cards.get(value) : undefined
      if (card) return titleOf(card, lang) || t('app:untitled')
      return valueWords(t, lang, kind, field, value)
    },
    [cards, element, field, kind, lang, t, themes],
  )
}
