import type { Lang } from '../../../core/model/lang.ts'

const LONGEST = 80
/** Names that Windows keeps for devices, whatever their ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** A file name for a brief that every system accepts: its title, its language and the ending of the format. */
export function exportName(title: string, lang: Lang, format: 'pdf' | 'docx' | 'html' | 'md'): string {
  const plain = title
    .replace(/[\p{Control}\p{Format}]/gu, '')
    .replace(/[/\\:*?"<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const short = [...plain]
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/, '')
  const name = short === '' || RESERVED.test(short) ? 'Temoin' : short
  return `${name} (${lang}).${format}`
}
