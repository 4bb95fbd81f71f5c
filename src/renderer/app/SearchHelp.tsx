import './search-help.css'
import { CircleHelp } from 'lucide-react'
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { useText } from '../i18n/use-text.ts'
import { IconButton } from '../ui/IconButton.tsx'

const WAYS = ['phrase', 'without', 'sdg', 'country', 'theme', 'kind', 'lang', 'state', 'period', 'minus'] as const

/** A quiet list of what a search understands besides words. */
export function SearchHelp() {
  const { t } = useText()
  return (
    <DialogTrigger>
      <IconButton icon={CircleHelp} label={t('app:search.help.open')} />
      <Popover className="popover search-help" placement="bottom end">
        <Dialog className="search-help-inside">
          <Heading slot="title" level={2}>
            {t('app:search.help.title')}
          </Heading>
          <dl>
            {WAYS.map((way) => (
              <div key={way}>
                <dt>
                  <code>{typed(way, t(`app:search.help.${way}.type`))}</code>
                </dt>
                <dd>{t(`app:search.help.${way}.means`)}</dd>
              </div>
            ))}
          </dl>
          <p>{t('app:search.help.note')}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** A phrase is typed between the quotation marks of the keyboard, whatever marks a language prints. */
function typed(way: (typeof WAYS)[number], words: string): string {
  return way === 'phrase' ? `"${words}"` : words
}
