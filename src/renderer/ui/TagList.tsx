import './chip.css'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton, TagList as AriaTagList, Label, Tag, TagGroup } from 'react-aria-components'

/** One tag: what is shown, and what is read aloud. */
export type TagEntry = {
  readonly id: string
  readonly label: string
  readonly before?: ReactNode
  readonly after?: ReactNode
}

type TagListProps = {
  readonly label: string
  readonly labelHidden?: boolean
  readonly tags: readonly TagEntry[]
  readonly removeLabel: (label: string) => string
  readonly onRemove?: (id: string) => void
}

/** Tags side by side; arrow keys walk along them, Delete takes one away. */
export function TagList({ label, labelHidden = false, tags, removeLabel, onRemove }: TagListProps) {
  return (
    <TagGroup
      className="tag-group"
      {...(onRemove ? { onRemove: (keys) => keys.forEach((key) => onRemove(String(key))) } : {})}
    >
      <Label className={labelHidden ? 'unseen' : 'field-label'}>{label}</Label>
      <AriaTagList className="tag-list">
        {tags.map((tag) => (
          <Tag key={tag.id} id={tag.id} textValue={tag.label} className="chip">
            {tag.before}
            <span className="chip-words">{tag.label}</span>
            {tag.after}
            {onRemove ? (
              <AriaButton slot="remove" aria-label={removeLabel(tag.label)} className="chip-remove">
                <X aria-hidden size={12} />
              </AriaButton>
            ) : null}
          </Tag>
        ))}
      </AriaTagList>
    </TagGroup>
  )
}
