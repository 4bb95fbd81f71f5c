/** A link a person may be taken to: its whole address, and who is at the other end. */
export type OpenableLink = { readonly url: string; readonly host: string }

const LONGEST = 2_000

/**
 * Lets through web and mail addresses and nothing else: everything an operating system would do with another scheme
 * (open a share, start a program, fix a printer) is somebody else's idea. Answers null for what is refused.
 */
export function openableLink(address: string): OpenableLink | null {
  // Written as people write it: a parser would forgive tabs, backslashes and missing slashes, and the system another way.
  if (address.length > LONGEST || !/^(https?:\/\/|mailto:)[^\s\\<>"'`\p{C}]+$/iu.test(address)) return null
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol === 'mailto:') return mailLink(url)
  const named = /^[a-z0-9-]+(\.[a-z0-9-]+)+\.?$/i.test(url.hostname)
  if (url.username !== '' || url.password !== '' || !named) return null
  return { url: url.href, host: url.host }
}

/** One or more plain addresses; a subject or text may be there, an attachment of a file on this computer may not. */
function mailLink(url: URL): OpenableLink | null {
  const addresses = url.pathname.split(',')
  const plain = addresses.every((address) => /^[\w.+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(decoded(address)))
  const allowed = [...url.searchParams.keys()].every((key) => ['subject', 'body', 'cc'].includes(key.toLowerCase()))
  return plain && allowed ? { url: url.href, host: decoded(url.pathname) } : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
