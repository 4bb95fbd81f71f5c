const SAFE = /^(?:https?:\/\/[^\s<>"\\^`{|}]+|mailto:[^\s<>"\\^`{|}]+)$/i
const LONGEST = 2_000

/**
 * Whether an address may stand behind a link: web pages and mail only. A document read from a file or a paste never
 * holds any other; its text is kept without the link.
 */
export function isSafeUrl(url: string): boolean {
  return url.length <= LONGEST && SAFE.test(url)
}
