import './notices.css'
import { X } from 'lucide-react'
import { useText } from '../i18n/use-text.ts'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import { dismiss, say, useNotices } from './notices.ts'

/** Where notices appear; read aloud politely, never taking the focus. */
export function Notices() {
  const { t } = useText()
  const notices = useNotices((state) => state.notices)
  return (
    <section className="notices" aria-label={t('app:notices')} aria-live="polite" aria-relevant="additions">
      {notices.map((notice) => (
        <div key={notice.id} className={`notice notice-${notice.tone}`}>
          <div className="notice-words">
            <p>{say(notice.text, t)}</p>
            {notice.detail ? <p className="notice-detail">{say(notice.detail, t)}</p> : null}
          </div>
          {notice.action ? (
            <Button
              onPress={() => {
                notice.action?.run()
                dismiss(notice.id)
              }}
            >
              {say(notice.action.label, t)}
            </Button>
          ) : null}
          <IconButton icon={X} label={t('app:dismiss')} onPress={() => dismiss(notice.id)} />
        </div>
      ))}
    </section>
  )
}
