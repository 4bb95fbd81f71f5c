import './rescue.css'
import { formatBytes, formatDate, formatNumber } from '../../i18n/format.ts'
import { fileName, problemText } from '../../i18n/problem-text.ts'
import { type Text, useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Spinner } from '../../ui/Progress.tsx'
import { takeOut } from './take-out.ts'
import { type ListedVersion, useVersions } from './use-versions.ts'

/** The earlier versions of a file: when, how large, how many records, and a way to open each. */
export function VersionList({ path, onOpen }: { readonly path: string; readonly onOpen?: () => void }) {
  const { t } = useText()
  const versions = useVersions(path)
  if (!versions) return <Spinner label={t('rescue:versions.looking')} />
  if (versions.length === 0) return <p className="rescue-none">{t('rescue:versions.none')}</p>
  return (
    <ul className="versions" aria-label={t('rescue:versions.list')}>
      {versions.map((version) => (
        <Version key={version.id} path={path} version={version} onOpen={onOpen} />
      ))}
    </ul>
  )
}

type VersionProps = {
  readonly path: string
  readonly version: ListedVersion
  readonly onOpen: (() => void) | undefined
}

function Version({ path, version, onOpen }: VersionProps) {
  const { t, lang } = useText()
  const { id, kind, at, bytes, content } = version
  const when = formatDate(at, lang, 'day-and-time')
  const open = async () => {
    const stem = fileName(path).replace(/\.temoin$/i, '')
    const taken = await takeOut(path, t('rescue:versions.suggested', { file: stem, when: dayOf(at) }), (to) => ({
      name: 'versions.open',
      ask: { path, version: id, to },
    }))
    if (taken) onOpen?.()
  }
  return (
    <li className="version">
      <span className="version-when">{when}</span>
      <span className="version-kind">{t(`rescue:versions.kind.${kind}`)}</span>
      <span className="version-size tabular">{formatBytes(bytes, lang)}</span>
      <span className="version-content tabular">{contentWords(content, t, lang)}</span>
      {content === null || content.ok ? (
        <Button
          isDisabled={content === null}
          aria-label={`${t('rescue:versions.open')} ${when}`}
          onPress={() => void open()}
        >
          {t('rescue:versions.open')}
        </Button>
      ) : null}
    </li>
  )
}

function contentWords(content: ListedVersion['content'], t: Text, lang: 'en' | 'fr' | 'es'): string {
  if (content === null) return t('rescue:versions.reading')
  if (!content.ok) return t('rescue:versions.bad', { why: problemText(content.problem, t).what })
  const { records } = content.value
  return t('rescue:versions.records', { count: records, number: formatNumber(records, lang) })
}

/** As file names have it, which every system takes. */
function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
