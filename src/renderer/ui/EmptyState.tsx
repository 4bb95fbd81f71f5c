import './empty.css'
import type { ReactNode } from 'react'

type EmptyStateProps = { readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode }

/** An empty place: what belongs here, in a sentence, and the one thing to do about it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children ? <p className="empty-words">{children}</p> : null}
      {action}
    </div>
  )
}
