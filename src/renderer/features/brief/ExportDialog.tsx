import './export.css'
import { useEffect, useState } from 'react'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import { isLang, LANGS, type Lang } from '../../../core/model/lang.ts'
import type { Problem } from '../../../core/problem.ts'
import type { ExportDone } from '../../../ipc/shapes.ts'
import { call, listen } from '../../app/client.ts'
import { flushAll } from '../../app/flush.ts'
import { formatNumber } from '../../i18n/format.ts'
import { fileName } from '../../i18n/problem-text.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Select } from '../../ui/Select.tsx'
import { exportName } from './export-name.ts'

const FORMATS = ['pdf', 'docx', 'html', 'md'] as const
type Format = (typeof FORMATS)[number]
type Paper = 'A4' | 'Letter'

type Going =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'writing'; readonly share: number | undefined }
  | { readonly kind: 'written'; readonly done: ExportDone }
  | { readonly kind: 'refused'; readonly problem: Problem }

type ExportDialogProps = {
  readonly id: string
  readonly title: string
  readonly lang: Lang
  /** How many things still ask to be looked at. */
  readonly open: number
  readonly onClose: () => void
}

/** Writes the brief to a file: in which language, as what, on which paper. */
export function ExportDialog({ id, title, lang: first, open, onClose }: ExportDialogProps) {
  const { t, lang: interfaceLang } = useText()
  const [lang, setLang] = useState<Lang>(first)
  const [format, setFormat] = useState<Format>('pdf')
  const [paper, setPaper] = useState<Paper>('A4')
  const [going, setGoing] = useState<Going>({ kind: 'choosing' })

  useEffect(
    () =>
      listen('task.progress', ({ task, done, total }) => {
        if (task !== 'export') return
        const share = total > 0 ? done / total : undefined
        setGoing((now) => (now.kind === 'writing' ? { kind: 'writing', share } : now))
      }),
    [],
  )

  async function write(): Promise<void> {
    await flushAll()
    const name = exportName(title || t('kinds:brief.name'), lang, format)
    const chosen = await call('shell.chooseSave', { what: format, name })
    if (!chosen.ok || chosen.value === null) {
      if (!chosen.ok) setGoing({ kind: 'refused', problem: chosen.problem })
      return
    }
    setGoing({ kind: 'writing', share: undefined })
    const outcome = await call('briefs.export', { id, lang, format, path: chosen.value, paper })
    setGoing(outcome.ok ? { kind: 'written', done: outcome.value } : { kind: 'refused', problem: outcome.problem })
  }

  const isWriting = going.kind === 'writing'
  const actions =
    going.kind === 'written' ? (
      <>
        <Button onPress={() => void call('shell.showFile', { path: going.done.file })}>{t('brief:export.show')}</Button>
        <Button look="primary" onPress={onClose}>
          {t('app:close')}
        </Button>
      </>
    ) : (
      <>
        <Button onPress={onClose}>{t('app:cancel')}</Button>
        <Button look="primary" isDisabled={isWriting} onPress={() => void write()}>
          {t('brief:export.choose')}
        </Button>
      </>
    )

  return (
    <Dialog isOpen onClose={onClose} title={t('brief:export.title')} actions={actions}>
      {going.kind === 'written' ? (
        <output className="export-done">
          <span className="export-file">{fileName(going.done.file)}</span>
          {t('brief:export.done', {
            size: t('brief:export.size', { size: formatNumber(Math.ceil(going.done.bytes / 1024), interfaceLang) }),
            count: going.done.cited,
          })}
        </output>
      ) : (
        <>
          <RadioGroup
            className="export-formats"
            aria-label={t('brief:export.format')}
            value={format}
            isDisabled={isWriting}
            onChange={(next) => setFormat(FORMATS.find((other) => other === next) ?? 'pdf')}
          >
            {FORMATS.map((other) => (
              <RadioField key={other} value={other}>
                <RadioButton className="export-format">
                  <span className="export-format-name">{t(`brief:export.formats.${other}.name`)}</span>
                  <span className="export-format-about">{t(`brief:export.formats.${other}.about`)}</span>
                </RadioButton>
              </RadioField>
            ))}
          </RadioGroup>
          <div className="export-choices">
            <Select
              label={t('brief:export.lang')}
              options={LANGS.map((other) => ({ id: other, label: t(`kinds:choices.lang.${other}`) }))}
              value={lang}
              isDisabled={isWriting}
              onChange={(next) => setLang(isLang(next) ? next : lang)}
            />
            <Select
              label={t('brief:export.paper')}
              options={(['A4', 'Letter'] as const).map((other) => ({
                id: other,
                label: t(`brief:export.papers.${other}`),
              }))}
              value={paper}
              isDisabled={isWriting || format === 'html' || format === 'md'}
              onChange={(next) => setPaper(next === 'Letter' ? 'Letter' : 'A4')}
            />
          </div>
          {open > 0 ? <p className="export-open">{t('brief:export.open', { count: open })}</p> : null}
        </>
      )}
      {going.kind === 'writing' ? (
        <Progress label={t('brief:export.writing')} {...(going.share === undefined ? {} : { share: going.share })} />
      ) : null}
      {going.kind === 'refused' ? <ProblemNote problem={going.problem} /> : null}
    </Dialog>
  )
}
