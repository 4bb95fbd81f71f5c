import { MARKS, type Mark } from '../../core/rich-text/document.ts'

const BY_NAME: Readonly<Record<string, Mark>> = {
  B: 'bold',
  STRONG: 'bold',
  I: 'italic',
  EM: 'italic',
  CITE: 'italic',
  DFN: 'italic',
  U: 'underline',
  INS: 'underline',
  S: 'strike',
  STRIKE: 'strike',
  DEL: 'strike',
  CODE: 'code',
  KBD: 'code',
  SAMP: 'code',
  TT: 'code',
  SUB: 'subscript',
  SUP: 'superscript',
}

/** What a style says about a mark: that it begins, that it ends, or nothing. */
const BY_STYLE: readonly (readonly [Mark, RegExp, RegExp | null])[] = [
  ['bold', /font-weight:\s*(?:bold|bolder|[6-9]00)/i, /font-weight:\s*(?:normal|lighter|[1-5]00)/i],
  ['italic', /font-style:\s*(?:italic|oblique)/i, /font-style:\s*normal/i],
  ['underline', /text-decoration(?:-line)?:[^;]*underline/i, null],
  ['strike', /text-decoration(?:-line)?:[^;]*line-through/i, null],
  ['subscript', /vertical-align:\s*sub/i, null],
  ['superscript', /vertical-align:\s*super/i, null],
]

/** The marks inside an element: those around it, its own by name, and what its style adds or takes away. */
export function marksFromElement(name: string, style: string, around: readonly Mark[]): readonly Mark[] {
  const marks = new Set(around)
  const own = Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined
  if (own) marks.add(own)
  for (const [mark, begins, ends] of BY_STYLE) {
    if (begins.test(style)) marks.add(mark)
    else if (ends?.test(style)) marks.delete(mark)
  }
  return MARKS.filter((mark) => marks.has(mark))
}
