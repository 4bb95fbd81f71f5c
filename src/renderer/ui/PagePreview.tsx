import './preview.css'
import type { Lang } from '../../core/model/lang.ts'

type PagePreviewProps = {
  readonly brief: string
  readonly lang: Lang
  /** Read aloud as the name of the frame. */
  readonly title: string
  /** Changes whenever the brief did, so that the page is made anew. */
  readonly version: number | string
}

/**
 * A brief as its exported page. The shell composes and serves it on an address of its own, where the page may carry
 * its styles but can run nothing; a `srcdoc` frame would inherit this window's policy and stay unstyled.
 */
export function PagePreview({ brief, lang, title, version }: PagePreviewProps) {
  const address = `temoin://preview/${encodeURIComponent(brief)}/${lang}?v=${encodeURIComponent(version)}`
  return <iframe className="page-preview" sandbox="" src={address} title={title} />
}
