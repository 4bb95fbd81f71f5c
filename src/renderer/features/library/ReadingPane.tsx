import './reading.css'
import { FileText, Pencil, Trash2 } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { isLang, LANGS, type Lang } from '../../../core/model/lang.ts'
import type { SubjectView } from '../../../core/model/view.ts'
import type { Hit } from '../../../core/search/query.ts'
import { usePlace } from '../../app/place.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { briefFrom, deleteRecords } from './bulk.ts'
import { FoundBy } from './FoundBy.tsx'
import { ReadingFacts } from './ReadingFacts.tsx'
import { ReadingSections } from './ReadingSections.tsx'
import { useFoundMarks } from './use-found-marks.ts'
import { useView } from './use-view.ts'

/** The record one is at, to be read without opening it. */
export function ReadingPane({ id, hit }: { readonly id: string | null; readonly hit: Hit | undefined }) {
  const { t } = useText()
  const { view, problem } = useView(id)
  return (
    <section className="reading" aria-label={t('library:reading.label')}>
      {problem ? <ProblemNote problem={problem} /> : null}
      {!view && !problem ? <EmptyState title={t('library:reading.empty')} /> : null}
      {view ? <Reading key={view.id} view={view} hit={hit?.card.id === view.id ? hit : undefined} /> : null}
    </section>
  )
}

function Reading({ view, hit }: { readonly view: SubjectView; readonly hit: Hit | undefined }) {
  const { t, lang: shown } = useText()
  const go = usePlace((state) => state.go)
  const languages = languagesOf(view)
  const [wanted, setWanted] = useState<Lang | null>(null)
  const lang = choose(wanted, shown, languages)
  const title = textOf(view, 'title', lang)
  const summary = textOf(view, 'summary', lang)
  const state = textOf(view, 'state', '')
  const contested = contestedIn(view)
  const page = useRef<HTMLDivElement>(null)
  useFoundMarks(page, hit)
  return (
    <article>
      <div className="reading-bar">
        <Button look="primary" icon={Pencil} onPress={() => go({ kind: 'record', id: view.id })}>
          {t('library:reading.open')}
        </Button>
        <Button icon={FileText} onPress={() => void briefFrom([view.id])}>
          {t('library:reading.brief')}
        </Button>
        <Button look="quiet" icon={Trash2} onPress={() => void deleteRecords([view.id])}>
          {t('library:delete')}
        </Button>
      </div>
      <FoundBy why={hit?.why ?? []} />
      <p className="reading-kind">
        <span>{t(`kinds:${view.kind}.name`)}</span>
        {state ? (
          <Chip meaning={state === 'validated' ? 'safe' : 'plain'}>{t(`kinds:choices.state.${state}`)}</Chip>
        ) : null}
        {view.values['illustrative']?.value === true ? (
          <Chip meaning="look">{t('kinds:fields.illustrative.label')}</Chip>
        ) : null}
        {contested > 0 ? <Chip meaning="contested">{t('library:contested', { count: contested })}</Chip> : null}
      </p>
      <div ref={page}>
        <h2 className="reading-title" lang={lang}>
          {title || t('app:untitled')}
        </h2>
        {languages.length > 1 ? <Languages languages={languages} lang={lang} onChoose={setWanted} /> : null}
        <ReadingFacts view={view} />
        {summary ? (
          <p className="reading-summary read" lang={lang}>
            {summary}
          </p>
        ) : null}
        <ReadingSections view={view} lang={lang} />
      </div>
    </article>
  )
}

type LanguagesProps = {
  readonly languages: readonly Lang[]
  readonly lang: Lang
  readonly onChoose: (lang: Lang) => void
}

function Languages({ languages, lang, onChoose }: LanguagesProps): ReactNode {
  const { t } = useText()
  return (
    <fieldset className="reading-langs" aria-label={t('library:reading.languages')}>
      {languages.map((code) => (
        <button
          key={code}
          type="button"
          className="lang-choice"
          aria-pressed={code === lang}
          onClick={() => onChoose(code)}
        >
          {t(`kinds:choices.lang.${code}`)}
        </button>
      ))}
    </fieldset>
  )
}

/** The languages a record has a title or a text in, its own first. */
function languagesOf(view: SubjectView): readonly Lang[] {
  const keys = [
    ...Object.entries(view.values).filter(([, { value }]) => value !== '' && value !== null),
    ...Object.entries(view.rich).filter(([, { text }]) => text !== ''),
  ].map(([key]) => key.split(':')[1])
  const own = textOf(view, 'lang', '')
  return [...LANGS].filter((lang) => keys.includes(lang)).sort((a, b) => Number(b === own) - Number(a === own))
}

/** A field's text in a language; empty where there is none. */
function textOf(view: SubjectView, field: string, lang: Lang | ''): string {
  const value = view.values[lang === '' ? field : `${field}:${lang}`]?.value
  return typeof value === 'string' ? value : ''
}

function choose(wanted: Lang | null, shown: Lang, languages: readonly Lang[]): Lang {
  const [own] = languages
  if (wanted && languages.includes(wanted)) return wanted
  return languages.includes(shown) ? shown : isLang(own) ? own : shown
}

function contestedIn({ values, sets }: SubjectView): number {
  const elements = Object.values(sets).flat()
  return [...Object.values(values), ...elements].filter(({ contested }) => contested).length
}
