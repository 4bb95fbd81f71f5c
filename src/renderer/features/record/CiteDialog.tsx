import { Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { type Card, titleOf } from '../../../core/model/card.ts'
import type { Lang } from '../../../core/model/lang.ts'
import type { Problem } from '../../../core/problem.ts'
import { call } from '../../app/client.ts'
import { usePlace } from '../../app/place.ts'
import { useText } from '../../i18n/use-text.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'

type CiteDialogProps = { readonly record: string; readonly lang: Lang; readonly onClose: () => void }

/** Puts a record on the table of a brief, an open one or a new one, and goes there. */
export function CiteDialog({ record, lang: written, onClose }: CiteDialogProps) {
  const { t, lang } = useText()
  const go = usePlace((state) => state.go)
  const [briefs, setBriefs] = useState<readonly Card[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)

  useEffect(() => {
    void call('briefs.list', {}).then((outcome) => {
      if (outcome.ok) setBriefs(outcome.value)
      else setProblem(outcome.problem)
    })
  }, [])

  const step = { op: 'add' as const, field: 'records', value: record }

  async function use(brief: string | null): Promise<void> {
    const outcome =
      brief === null
        ? await call('records.create', { kind: 'brief', lang: written, steps: [step] })
        : await call('records.change', { id: brief, steps: [step] })
    if (outcome.ok) {
      onClose()
      go({ kind: 'brief', id: outcome.value.id })
    } else setProblem(outcome.problem)
  }

  return (
    <Dialog isOpen onClose={onClose} title={t('record:cite.title')}>
      {problem ? <ProblemNote problem={problem} /> : null}
      <ul className="cite-choices">
        <li>
          <button type="button" className="cite-choice" onClick={() => void use(null)}>
            <Plus aria-hidden size={16} />
            {t('kinds:brief.new')}
          </button>
        </li>
        {briefs.map((brief) => (
          <li key={brief.id}>
            <button type="button" className="cite-choice" onClick={() => void use(brief.id)}>
              {titleOf(brief, lang) || t('pickers:record.untitled')}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
