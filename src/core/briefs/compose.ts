import type { Lang } from '../model/lang.ts'
import type { RichDocument } from '../rich-text/document.ts'
import { assemble, type Draft, describerOf } from './assemble.ts'
import { checkMessages } from './checks.ts'
import { cleanDeep } from './clean-deep.ts'
import { composeBlocks } from './compose-blocks.ts'
import { textInlines } from './text-inlines.ts'
import type { Concern, BriefField, Composition, TextPart } from './composition.ts'
import type { BriefContent, BriefSetting, BriefWords } from './content.ts'
import { listInWords } from './in-words.ts'
import type { Numbering } from './numbering.ts'
import { type Picked, pickDocument, pickText } from './versions.ts'

type Texts = 'title' | 'audience' | 'question'
type Documents = 'messages' | 'narrative' | 'recommendations'

/**
 * Composes a brief in the language asked for. Where a text has no version in it, the brief's own language stands in and
 * a notice says so. Numbers, order and words are settled here; writers only set them.
 */
export function composeBrief(given: BriefContent, around: BriefSetting, words: BriefWords): Composition {
  const content = cleanDeep(given)
  const setting = cleanDeep(around)
  const { lang } = setting
  const text = (field: Texts): Picked<string> | undefined => pickText(content[field], lang, content.lang)
  const rich = (field: Documents): Picked<RichDocument> | undefined => pickDocument(content[field], lang, content.lang)
  const [title, audience, question] = [text('title'), text('audience'), text('question')]
  const documents = {
    messages: rich('messages'),
    narrative: rich('narrative'),
    recommendations: rich('recommendations'),
  }
  const fallbacks = fallbackChecks({ title, audience, question, ...documents }, lang)

  const draft: Draft = {
    title: title ? { text: title.value, lang: title.lang } : { text: words('untitled'), lang },
    question: question ? textInlines(question.value.trim(), question.lang === lang ? undefined : question.lang) : [],
    facts: audience ? [fact(words('fact.audience'), audience, lang)] : [],
    notices: fallbackNotices(fallbacks, lang, words),
    checks: [...fallbacks, ...(documents.messages ? checkMessages(documents.messages.value) : [])],
    records: content.records,
    parts: (numbering) =>
      (['messages', 'narrative', 'recommendations'] as const).flatMap((id) =>
        textPart(id, documents[id], lang, words, numbering),
      ),
  }
  return assemble(draft, setting, describerOf(setting, words))
}

function textPart(
  id: Documents,
  document: Picked<RichDocument> | undefined,
  asked: Lang,
  words: BriefWords,
  numbering: Numbering,
): readonly TextPart[] {
  if (!document) return []
  const { lang } = document
  const blocks = composeBlocks(document.value, lang, numbering)
  if (blocks.length === 0) return []
  const aside = lang === asked ? null : words(`in.${lang}`)
  return [{ kind: 'text', id, title: words(`heading.${id}`), aside, boxed: id === 'messages', lang, blocks }]
}

function fact(label: string, { value, lang }: Picked<string>, around: Lang): Draft['facts'][number] {
  return { label, content: textInlines(value.trim(), lang === around ? undefined : lang) }
}

function fallbackChecks(
  picked: Readonly<Record<BriefField, Picked<unknown> | undefined>>,
  asked: Lang,
): readonly Extract<Concern, { code: 'fallback' }>[] {
  return (Object.keys(picked) as BriefField[]).flatMap((field) => {
    const lang = picked[field]?.lang
    return lang === undefined || lang === asked ? [] : [{ code: 'fallback', field, lang } as const]
  })
}

function fallbackNotices(
  fallbacks: readonly Extract<Concern, { code: 'fallback' }>[],
  asked: Lang,
  words: BriefWords,
): readonly string[] {
  return [...new Set(fallbacks.map(({ lang }) => lang))].map((lang) => {
    const fields = fallbacks.filter((entry) => entry.lang === lang).map(({ field }) => words(`field.${field}`))
    return words('notice.fallback', {
      count: fields.length,
      fields: listInWords(fields, asked),
      asked: words(`in.${asked}`),
      shown: words(`in.${lang}`),
    })
  })
}
