import { useState } from 'react'
import { isLang, type Lang } from '../../core/model/lang.ts'
import { remember, remembered } from '../app/remembered.ts'

const KEY = 'version'

/** The language version a person last looked at of a record, if this is the one; survives a restart. */
export function useContentLang(id: string): readonly [Lang | null, (lang: Lang) => void] {
  const [lang, setLang] = useState<Lang | null>(() => {
    const [record, kept] = (remembered(KEY) ?? '').split(' ')
    return record === id && isLang(kept) ? kept : null
  })
  function keep(next: Lang): void {
    remember(KEY, `${id} ${next}`)
    setLang(next)
  }
  return [lang, keep]
}
