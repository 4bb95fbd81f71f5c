import type { Lang } from '../../../core/model/lang.ts'
import type { PendingTag } from '../../../core/suggest/pending.ts'
import { sdgLabel } from '../../../core/taxonomy/sdgs.ts'
import { themeLabel } from '../../../core/taxonomy/themes.ts'

/** What a suggested tag is called. */
export function tagLabel({ field, key }: Pick<PendingTag, 'field' | 'key'>, lang: Lang): string {
  return field === 'sdgs' ? sdgLabel(key, lang) : (themeLabel(key, lang) ?? key)
}
