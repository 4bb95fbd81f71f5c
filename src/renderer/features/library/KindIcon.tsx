import { BookOpen, FileText, FlaskConical, Lightbulb, type LucideIcon } from 'lucide-react'
import { createElement } from 'react'

const ICONS: Readonly<Record<string, LucideIcon>> = {
  'case-study': BookOpen,
  lesson: Lightbulb,
  innovation: FlaskConical,
}

/** The picture of a kind of record; its name is always there in words as well. */
export function KindIcon({ kind }: { readonly kind: string }) {
  return createElement(ICONS[kind] ?? FileText, {
    'aria-hidden': true,
    size: 15,
    strokeWidth: 1.75,
    className: 'row-icon',
  })
}
