import type { ReactNode } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { TagList } from '../TagList.tsx'

type PickedTagsProps = {
  readonly label: string
  readonly tags: readonly { readonly id: string; readonly label: string }[]
  readonly isReadOnly: boolean
  readonly onRemove: (id: string) => void
  /** The field that more are picked in. */
  readonly children: ReactNode
}

/** What was picked, each to be taken out again, above the field for more; for somebody who only reads, the tags alone. */
export function PickedTags({ label, tags, isReadOnly, onRemove, children }: PickedTagsProps) {
  const { t } = useText()
  return (
    <div className="picked">
      {tags.length > 0 ? (
        <TagList
          label={label}
          labelHidden
          tags={tags}
          removeLabel={(name) => t('pickers:remove', { name })}
          {...(isReadOnly ? {} : { onRemove })}
        />
      ) : null}
      {isReadOnly ? null : children}
    </div>
  )
}
