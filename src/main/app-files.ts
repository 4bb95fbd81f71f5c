import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { APP_POLICY, headersFor } from './policy.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.json': 'application/json; charset=utf-8',
}

/** Answers a request for one of the interface's own files from `root`; anything else is not found. */
export async function serveAppFile(root: string, url: string): Promise<Response> {
  const name = appFileName(url)
  const type = name === null ? undefined : TYPES[extname(name)]
  if (name === null || type === undefined) return notFound()
  try {
    const home = await realpath(root)
    const file = await realpath(join(home, name))
    if (!file.startsWith(home + sep)) return notFound()
    return new Response(new Uint8Array(await readFile(file)), { headers: headersFor(type, APP_POLICY) })
  } catch {
    return notFound()
  }
}

/**
 * The file an address names, relative to the interface's folder; null for anything but plain names in plain folders.
 * What is let through is listed, so no way of writing `..`, `\`, NUL or a drive letter has to be thought of.
 */
export function appFileName(url: string): string | null {
  const path = /^temoin:\/\/app\/([^?#]*)/i.exec(url)?.[1]
  if (path === undefined) return null
  if (path === '') return 'index.html'
  return /^(?:[a-z0-9][\w-]*\/)*[a-z0-9][\w.-]*$/i.test(path) && !path.includes('..') ? path : null
}

/** Says that there is nothing here, with a policy under which even an error page can do nothing. */
export function notFound(): Response {
  return new Response('', { status: 404, headers: headersFor('text/plain; charset=utf-8', "default-src 'none'") })
}
