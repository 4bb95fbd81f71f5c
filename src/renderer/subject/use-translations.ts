import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react'
import type { Lang } from '../../core/model/lang.ts'
import type { FieldTranslation, TranslationState } from '../../core/model/translation.ts'
import { call, listen } from '../app/client.ts'
import { flushAll } from '../app/flush.ts'
import { notifyProblem } from '../ui/notify-problem.ts'

/** How far the fields of the open record have come in the language that is shown; nothing where it is its own. */
export type Translations = {
  readonly fields: readonly FieldTranslation[]
  readonly mark: (fields: readonly string[], state: TranslationState) => void
}

const NONE: Translations = { fields: [], mark: () => undefined }

/** Gives the fields of a place how far they have come. */
export const TranslationsContext = createContext<Translations>(NONE)

/** What is known of one field's translation here, and the way to say how far it has come. */
export function useTranslationOf(
  field: string,
): { readonly known: FieldTranslation | undefined } & Pick<Translations, 'mark'> {
  const { fields, mark } = use(TranslationsContext)
  return { known: fields.find((entry) => entry.field === field), mark }
}

const SETTLE_MS = 150

/** Follows how far a record has come in a language, for as long as the component lives. */
export function useTranslations(id: string, lang: Lang, source: Lang): Translations {
  const [fields, setFields] = useState<readonly FieldTranslation[]>([])
  useEffect(() => {
    setFields([])
    if (lang === source) return undefined
    let isGone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = async () => {
      const outcome = await call('translations.list', { id, lang })
      if (!isGone && outcome.ok) setFields(outcome.value)
    }
    const mute = listen('subjects.changed', ({ ids }) => {
      if (!ids.includes(id)) return
      clearTimeout(timer)
      timer = setTimeout(() => void read(), SETTLE_MS)
    })
    void read()
    return () => {
      isGone = true
      clearTimeout(timer)
      mute()
    }
  }, [id, lang, source])
  const mark = useCallback(
    (names: readonly string[], state: TranslationState) => {
      void flushAll().then(async () => {
        const outcome = await call('translations.mark', { id, lang, fields: [...names], state })
        if (!outcome.ok) notifyProblem(outcome.problem)
      })
    },
    [id, lang],
  )
  return useMemo(() => ({ fields, mark }), [fields, mark])
}
