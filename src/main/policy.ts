/** The one scheme everything in a window comes from. */
export const SCHEME = 'temoin'
/** Where the interface lives. */
export const APP_ORIGIN = `${SCHEME}://app`
/** Where a brief's page is served to its frame. */
export const PREVIEW_ORIGIN = `${SCHEME}://preview`
/** Where a page to be printed is served to the hidden window. */
export const PRINT_ORIGIN = `${SCHEME}://print`

function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ')
}

// React Aria puts one style on the page for presses on touch screens; everything else is a file of ours.
const PRESS_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='"

/** What the interface may load and run: its own files, images it holds in memory, and the preview's frame. */
export const APP_POLICY = policy({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': `'self' ${PRESS_STYLE}`,
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'none'",
  'frame-src': PREVIEW_ORIGIN,
  'worker-src': "'none'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
})

const PAGE_DIRECTIVES = {
  'default-src': "'none'",
  'style-src': "'unsafe-inline'",
  'img-src': 'data:',
  'font-src': 'data:',
  'base-uri': "'none'",
  'form-action': "'none'",
}

/** What a brief's page may do when it is shown: carry its own styles, pictures and fonts, and nothing else. */
export const PREVIEW_POLICY = policy({ ...PAGE_DIRECTIVES, 'frame-ancestors': APP_ORIGIN, sandbox: '' })

/** What a brief's page may do when it is printed. */
export const PRINT_POLICY = policy({ ...PAGE_DIRECTIVES, 'frame-ancestors': "'none'" })

/** Headers of every answer: what it is, what it may do, and that nobody may guess or keep it. */
export function headersFor(type: string, contentPolicy: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': contentPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  }
}

/** Whether an address may be asked for at all: ours, and what a page already holds. Nothing that leaves this computer. */
export function isLocalAddress(url: string): boolean {
  return /^(temoin:\/\/(app|preview|print)\/|data:|blob:temoin:\/\/app\/|devtools:)/i.test(url)
}
