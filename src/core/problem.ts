/**
 * Everything a person can cause and must be told about: a closed union, so that each code has its sentence in
 * `locales/*\/problems.json`. Codes carry the data the sentence needs, never a sentence. Bugs throw instead.
 */
export type Problem =
  // The workspace file
  | { readonly code: 'file-missing'; readonly path: string }
  | { readonly code: 'file-unreadable'; readonly path: string; readonly reason: string }
  /** It is there, but cannot be read now: a cloud client has yet to fetch it, or another program holds it. */
  | { readonly code: 'file-not-available'; readonly path: string; readonly reason: string }
  | { readonly code: 'file-exists'; readonly path: string }
  | { readonly code: 'file-empty'; readonly path: string }
  | { readonly code: 'not-a-workspace'; readonly path: string }
  | { readonly code: 'workspace-damaged'; readonly path: string; readonly what: DamageKind }
  | { readonly code: 'workspace-unchecked'; readonly path: string; readonly reason: 'time' | 'memory' }
  | { readonly code: 'workspace-too-new'; readonly path: string; readonly theirs: number; readonly ours: number }
  | { readonly code: 'workspace-foreign'; readonly path: string }
  | { readonly code: 'workspace-not-open' }
  | { readonly code: 'workspace-read-only'; readonly path: string }
  // Writing
  | { readonly code: 'disk-full'; readonly path: string }
  | { readonly code: 'folder-read-only'; readonly path: string }
  | { readonly code: 'write-failed'; readonly path: string; readonly reason: string }
  | { readonly code: 'backup-not-kept'; readonly path: string; readonly reason: string }
  | { readonly code: 'journal-failed'; readonly reason: string }
  | { readonly code: 'file-changed-on-disk'; readonly path: string }
  // Attachments
  | { readonly code: 'unknown-attachment'; readonly sha256: string }
  | { readonly code: 'attachment-missing'; readonly sha256: string }
  | { readonly code: 'attachments-damaged'; readonly path: string; readonly count: number }
  /** Left out of an import of files; the others come in. */
  | { readonly code: 'file-unsuitable'; readonly path: string; readonly why: Unsuitable }
  | { readonly code: 'attachment-too-large'; readonly path: string; readonly megabytes: number; readonly limit: number }
  | { readonly code: 'attachments-full'; readonly path: string; readonly limit: number }
  // Finding and changing things
  | { readonly code: 'unknown-record'; readonly id: string }
  | { readonly code: 'unknown-kind'; readonly kind: string }
  | { readonly code: 'unknown-field'; readonly field: string; readonly kind: string }
  | { readonly code: 'unknown-lang'; readonly lang: string }
  | { readonly code: 'unknown-sdg'; readonly sdg: string }
  | { readonly code: 'unknown-theme'; readonly theme: string }
  | { readonly code: 'unknown-country'; readonly country: string }
  | { readonly code: 'unknown-reference'; readonly ref: string }
  | { readonly code: 'wrong-value'; readonly field: string; readonly expected: string }
  | { readonly code: 'text-too-long'; readonly field: string; readonly length: number; readonly limit: number }
  | { readonly code: 'position-out-of-range'; readonly field: string; readonly at: number; readonly length: number }
  | { readonly code: 'not-joinable'; readonly one: string; readonly other: string }
  | { readonly code: 'nothing-to-undo' }
  | { readonly code: 'nothing-to-redo' }
  // Importing and applying
  | { readonly code: 'broken-line'; readonly line: number }
  | { readonly code: 'line-too-long'; readonly line: number; readonly limit: number }
  | { readonly code: 'unknown-operation'; readonly op: string }
  | { readonly code: 'unknown-key'; readonly key: string }
  | { readonly code: 'duplicate-id'; readonly id: string }
  | { readonly code: 'empty-record' }
  | { readonly code: 'line-refused'; readonly line: number; readonly problem: Problem }
  | { readonly code: 'nothing-imported'; readonly path: string }
  | { readonly code: 'not-text'; readonly path: string }
  | { readonly code: 'file-too-large'; readonly path: string; readonly limit: number }
  // Translating
  | { readonly code: 'nothing-to-translate'; readonly lang: string }
  | { readonly code: 'xliff-unreadable'; readonly path: string; readonly fault: XliffFault; readonly line: number }
  | { readonly code: 'record-deleted'; readonly id: string }
  | { readonly code: 'translation-base-missing'; readonly id: string }
  | { readonly code: 'unknown-unit'; readonly unit: string }
  | { readonly code: 'unknown-code'; readonly id: string }
  | { readonly code: 'missing-code'; readonly id: string }
  | { readonly code: 'repeated-code'; readonly id: string }
  // Tables and files of other programs
  | { readonly code: 'format-broken'; readonly path: string; readonly format: string }
  | { readonly code: 'format-protected'; readonly path: string }
  | { readonly code: 'no-table'; readonly path: string }
  | { readonly code: 'unpacks-too-large' }
  | { readonly code: 'sheet-broken' }
  | { readonly code: 'unknown-sheet'; readonly sheet: string }
  | { readonly code: 'quote-open'; readonly limit: number }
  | { readonly code: 'broken-characters' }
  | { readonly code: 'unnamed-column'; readonly column: string }
  | { readonly code: 'too-many-columns'; readonly count: number; readonly limit: number }
  | { readonly code: 'named-file-missing'; readonly name: string }
  // Briefs and the command line
  | { readonly code: 'empty-brief' }
  | { readonly code: 'not-a-brief'; readonly id: string }
  | { readonly code: 'pdf-unavailable'; readonly reason: string }
  | { readonly code: 'format-not-available'; readonly format: string }
  | { readonly code: 'cancelled' }
  | { readonly code: 'bad-request'; readonly reason: string }
  | { readonly code: 'engine-restarted' }
  | { readonly code: 'unexpected'; readonly ref: string }

/** What is wrong with a damaged workspace file, from the outside in. */
export type DamageKind = 'length' | 'checksum' | 'header' | 'schema' | 'content'

/** Why a file is no exchange file that can come back. */
export type XliffFault = 'broken' | 'doctype' | 'not-xliff' | 'other-version' | 'not-ours'

/** Why a file cannot be kept: what it is, or what is in it. */
export type Unsuitable =
  | 'empty'
  | 'unknown'
  | 'heic'
  | 'svg'
  | 'film'
  | 'macros'
  | 'broken'
  | 'bomb'
  | 'pixels'
  | 'too-hard'
  | 'locked'
  | 'signed'

/** An answer that may be a refusal. Travels between processes as a plain value. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

/** Wraps a good answer. */
export function done<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

/** Wraps a refusal. */
export function refused(problem: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem }
}
