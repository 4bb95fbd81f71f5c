import { useMemo } from 'react'
import { findKind } from '../../../core/model/kinds.ts'
import type { Lang } from '../../../core/model/lang.ts'
import type { RichView, SubjectView } from '../../../core/model/view.ts'
import { EMPTY_DOCUMENT, type RichDocument } from '../../../core/rich-text/document.ts'
import { readDocument } from '../../../core/rich-text/read-document.ts'
import { useText } from '../../i18n/use-text.ts'
import { RichTextView } from '../../ui/RichTextView.tsx'

/** The written sections of a record in one language, under the names its kind gives them; empty ones are left out. */
export function ReadingSections({ view, lang }: { readonly view: SubjectView; readonly lang: Lang }) {
  const { t } = useText()
  const fields = findKind(view.kind)?.fields.filter(({ place }) => place === 'section') ?? []
  return fields.map(({ id }) => {
    const rich = view.rich[`${id}:${lang}`]
    if (!rich || rich.text.trim() === '') return null
    return (
      <section key={id} className="reading-section">
        <h3>{t(`kinds:fields.${id}.label`)}</h3>
        <div className="read" lang={lang}>
          <SectionText rich={rich} />
        </div>
      </section>
    )
  })
}

function SectionText({ rich }: { readonly rich: RichView }) {
  const { t } = useText()
  const document = useMemo(() => readable(rich.state), [rich.state])
  // A text that cannot be taken apart is still there in plain words.
  if (!document) return <p className="reading-plain">{rich.text}</p>
  return <RichTextView document={document} citation={`[${t('library:reading.cited')}]`} />
}

function readable(state: Uint8Array): RichDocument | null {
  try {
    const document = readDocument(state)
    return document.blocks.length > 0 ? document : EMPTY_DOCUMENT
  } catch {
    return null
  }
}
