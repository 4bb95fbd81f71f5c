import type { Lang } from '../../../core/model/lang.ts'

/** How each language writes decimals, and what it puts between thousands besides spaces. */
const SEPARATORS: Readonly<Record<Lang, { readonly decimal: string; readonly group: string }>> = {
  en: { decimal: '.', group: ',' },
  fr: { decimal: ',', group: '' },
  es: { decimal: ',', group: '.' },
}

/**
 * Reads a number as people type it in a language ("30 000", "30,000", "30.000", "1,5"); null where it is none. A
 * separator that the language does not use so, or that cannot stand between thousands, is taken for the decimal one.
 */
export function parseTypedNumber(typed: string, lang: Lang): number | null {
  const text = typed.replace(/[\s'’\u00a0\u202f]/g, '').replace('−', '-')
  if (!/^-?\d[\d.,]*$/.test(text)) return null
  const decimal = decimalSeparator(text, lang)
  const plain =
    decimal === '' ? text.replace(/[.,]/g, '') : text.replaceAll(decimal === ',' ? '.' : ',', '').replace(decimal, '.')
  const value = Number(plain)
  return Number.isFinite(value) ? value : null
}

/** A number as a person would type it in a language: no grouping, every decimal. */
export function toTyped(value: number | undefined, lang: Lang): string {
  return value === undefined ? '' : String(value).replace('.', SEPARATORS[lang].decimal)
}

function decimalSeparator(text: string, lang: Lang): string {
  const used = [...text].filter((char) => char === '.' || char === ',')
  const last = used.at(-1)
  if (last === undefined) return ''
  if (new Set(used).size === 2) return used.indexOf(last) === used.length - 1 ? last : ''
  if (used.length > 1) return ''
  const { group } = SEPARATORS[lang]
  return last === group && /^-?\d{1,3}[.,]\d{3}$/.test(text) ? '' : last
}
