import { call } from '../../app/client.ts'
import { useSync } from '../../app/sync.ts'
import { fileName } from '../../i18n/problem-text.ts'
import { useText } from '../../i18n/use-text.ts'

const NONE: never[] = []

/** The copies on the table; where one was moved to the backups after the merge, it says so and shows it there. */
export function CopyFiles({ paths }: { readonly paths: readonly string[] }) {
  const { t } = useText()
  const putAway = useSync((sync) => sync.state?.putAway ?? NONE)
  return (
    <ul className="merge-files" aria-label={t('merge:files')}>
      {paths.map((path) => {
        const now = putAway.findLast(({ from }) => from === path)?.to
        return (
          <li key={path} title={now ?? path}>
            {fileName(path)}
            {now === undefined ? null : (
              <>
                {' · '}
                <button type="button" className="link" onClick={() => void call('shell.showFile', { path: now })}>
                  {t('merge:nowInBackups')}
                </button>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
