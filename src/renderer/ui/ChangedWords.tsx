import './changed-words.css'
import { createElement, Fragment } from 'react'
import type { DiffPart } from '../../core/text-diff/diff-text.ts'
import { useText } from '../i18n/use-text.ts'

type ChangedWordsProps = { readonly parts: readonly DiffPart[]; readonly lang?: string | undefined }

/** A text with what came in underlined and what went struck through; those who hear it are told in words. */
export function ChangedWords({ parts, lang }: ChangedWordsProps) {
  const { t } = useText()
  const shown = parts.map(({ kind, text }) => {
    if (kind === 'same') return text
    return createElement(kind === 'added' ? 'ins' : 'del', null, [
      <span key="said" className="unseen">
        {t(kind === 'added' ? 'history:words.added' : 'history:words.removed')}{' '}
      </span>,
      text,
    ])
  })
  return (
    <span className="changed-words" lang={lang}>
      {createElement(Fragment, null, ...shown)}
    </span>
  )
}
