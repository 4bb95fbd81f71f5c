import { useEffect, useState } from 'react'
import type { Reply } from '../../../ipc/contract.ts'
import { call } from '../../app/client.ts'
import { formatNumber } from '../../i18n/format.ts'
import { fileName } from '../../i18n/problem-text.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Spinner } from '../../ui/Progress.tsx'
import { takeOut } from './take-out.ts'

type Left = Reply<'versions.salvage'>

/** What can still be read of a damaged file, and a way to save it as a new one. */
export function Salvage({ path }: { readonly path: string }) {
  const { t } = useText()
  const [left, setLeft] = useState<Left | null>()
  useEffect(() => {
    let isLeft = false
    void call('versions.salvage', { path }).then((outcome) => {
      if (!isLeft) setLeft(outcome.ok ? outcome.value : null)
    })
    return () => {
      isLeft = true
    }
  }, [path])
  return (
    <section aria-labelledby="rescue-salvage">
      <h2 id="rescue-salvage">{t('rescue:salvage.title')}</h2>
      <p className="rescue-help">{t('rescue:salvage.help')}</p>
      {left === undefined ? <Spinner label={t('rescue:salvage.reading')} /> : <WhatIsLeft path={path} left={left} />}
    </section>
  )
}

function WhatIsLeft({ path, left }: { readonly path: string; readonly left: Left | null }) {
  const { t, lang } = useText()
  if (!left || left.changes === 0) return <p className="rescue-none">{t('rescue:salvage.nothing')}</p>
  const counted = (what: 'changes' | 'records') =>
    t(`rescue:salvage.${what}`, { count: left[what], number: formatNumber(left[what], lang) })
  const name = t('rescue:salvage.suggested', { file: fileName(path).replace(/\.temoin$/i, '') })
  return (
    <>
      <p className="rescue-left">
        {t('rescue:salvage.found', { changes: counted('changes'), records: counted('records') })}{' '}
        {t(left.complete ? 'rescue:salvage.whole' : 'rescue:salvage.part')}
      </p>
      <Button onPress={() => void takeOut(path, name, (to) => ({ name: 'versions.saveSalvaged', ask: { path, to } }))}>
        {t('rescue:salvage.save')}
      </Button>
    </>
  )
}
