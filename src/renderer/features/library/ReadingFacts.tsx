import { isJsonObject, type Json } from '../../../core/model/json.ts'
import type { Lang } from '../../../core/model/lang.ts'
import type { SubjectView } from '../../../core/model/view.ts'
import { countryName } from '../../../core/taxonomy/countries.ts'
import { sdgLabel } from '../../../core/taxonomy/sdgs.ts'
import { themeName, useThemes } from '../../app/themes.ts'
import { formatPartialDate } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { SdgMark } from '../../ui/SdgMark.tsx'

/** Where, when, which goals, which themes, from what source: the facts a reader needs before the text. */
export function ReadingFacts({ view }: { readonly view: SubjectView }) {
  const { t, lang } = useText()
  const themes = useThemes()
  const themeNames = new Map(themes.map((theme) => [theme.id, themeName(theme, lang)]))
  const where = [
    ...elements(view, 'places').map((place) => part(place, 'name')),
    ...names(view, 'countries').map((code) => countryName(code, lang)),
  ]
  const when = period(view.values['period']?.value ?? null, lang)
  const source = sourceLine(view.values['source']?.value ?? null)
  const lines = [
    { label: t('library:reading.where'), words: where.filter(Boolean).join(', ') },
    { label: t('kinds:fields.period.label'), words: when },
    {
      label: t('kinds:fields.themes.label'),
      words: names(view, 'themes')
        .map((id) => themeNames.get(id) ?? id)
        .join(', '),
    },
    { label: t('kinds:fields.source.label'), words: source },
  ].filter(({ words }) => words !== '')
  const sdgs = elements(view, 'sdgs').map((tag) => part(tag, 'code'))
  if (lines.length === 0 && sdgs.length === 0) return null
  return (
    <dl className="reading-facts">
      {lines.map(({ label, words }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
      {sdgs.length > 0 ? (
        <div>
          <dt>{t('kinds:fields.sdgs.label')}</dt>
          <dd>
            <ul className="reading-sdgs">
              {sdgs.map((code) => (
                <li key={code}>
                  <SdgMark code={code} />
                  <span aria-hidden>{sdgLabel(code, lang)}</span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ) : null}
    </dl>
  )
}

function elements(view: SubjectView, field: string): readonly Json[] {
  return (view.sets[field] ?? []).map(({ value }) => value)
}

/** The elements that are plain names or codes. */
function names(view: SubjectView, field: string): readonly string[] {
  return elements(view, field).filter((value) => typeof value === 'string')
}

function part(value: Json, name: string): string {
  const found = isJsonObject(value) ? value[name] : undefined
  return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
}

function period(value: Json, lang: Lang): string {
  const dates = [part(value, 'from'), part(value, 'to')].filter(Boolean).map((date) => formatPartialDate(date, lang))
  return [...new Set(dates)].join(' – ')
}

function sourceLine(value: Json): string {
  return ['author', 'title', 'publisher', 'year', 'pages']
    .map((name) => part(value, name))
    .filter(Boolean)
    .join(', ')
}
