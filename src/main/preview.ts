import type { BriefPreview } from '../ipc/shapes.ts'
import { notFound } from './app-files.ts'
import type { EngineLink } from './engine-link.ts'
import { headersFor, PREVIEW_POLICY } from './policy.ts'

/** Serves `temoin://preview/BRIEF/LANG`: the brief's page, made now, under a policy in which it can run nothing. */
export async function servePreview(engine: EngineLink, url: string): Promise<Response> {
  const asked = previewAsked(url)
  if (!asked) return notFound()
  const outcome = await engine.call('briefs.preview', asked)
  if (!outcome.ok) return notFound()
  const { html } = outcome.value as BriefPreview
  return new Response(html, { headers: headersFor('text/html; charset=utf-8', PREVIEW_POLICY) })
}

/** The brief and the language an address asks for, or null. */
export function previewAsked(url: string): { readonly id: string; readonly lang: string } | null {
  const [, id, lang] = /^temoin:\/\/preview\/([\w-]{1,64})\/(en|fr|es)(?:\?v=[\w.%-]*)?$/.exec(url) ?? []
  return id !== undefined && lang !== undefined ? { id, lang } : null
}
