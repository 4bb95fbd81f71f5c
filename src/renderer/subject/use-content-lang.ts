import { useState } from 'react'
import { isLang, type Lang } from '../../core/model/lang.ts'

const KEY = 'temoin.version'

/** The language version a person last looked at of a record, if this is the one; survives a restart. */
export function useContentLang(id: string): readonly [Lang | null, (lang: Lang) => void] {
  const [lang, setLang] = useState<Lang | null>(() => {
    const [record, kept] = (localStorage.getItem(KEY) ?? '').split(' ')
    return record === id && isLang(kept) ? kept : null
  })
  function keep(next: Lang): void {
    localStorage.setItem(KEY, `${id} ${next}`)
    setLang(next)
  }
  return [lang, keep]
}
