import { isSafeUrl } from '../rich-text/url.ts'

declare const checked: unique symbol

/** An address that is safe to print as a link. Only `safeUrl` makes one, so no writer has to check again. */
export type SafeUrl = string & { readonly [checked]: true }

/** The address if it leads to a web page or to mail, else null. */
export function safeUrl(address: string): SafeUrl | null {
  const trimmed = address.trim()
  return isSafeUrl(trimmed) ? (trimmed as SafeUrl) : null
}
