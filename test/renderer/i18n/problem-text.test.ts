import { beforeAll, describe, expect, test, vi } from 'vitest'
import { LANGS } from '../../../src/core/model/lang.ts'
import type { Problem } from '../../../src/core/problem.ts'
import { i18n, showLanguage, startI18n } from '../../../src/renderer/i18n/i18n.ts'
import { fileName, problemText } from '../../../src/renderer/i18n/problem-text.ts'
import { wordsNow } from '../../../src/renderer/i18n/use-text.ts'

const path = '/media/clé/Crues 2026.temoin'
const field = 'title'

/** One problem of every code: the compiler asks for the code that is missing. */
const PROBLEMS: { readonly [Code in Problem['code']]: Extract<Problem, { readonly code: Code }> } = {
  'file-missing': { code: 'file-missing', path },
  'file-unreadable': { code: 'file-unreadable', path, reason: 'EACCES' },
  'file-not-available': { code: 'file-not-available', path, reason: 'EIO' },
  'workspace-unchecked': { code: 'workspace-unchecked', path, reason: 'time' },
  'file-exists': { code: 'file-exists', path },
  'file-empty': { code: 'file-empty', path },
  'not-a-workspace': { code: 'not-a-workspace', path },
  'workspace-damaged': { code: 'workspace-damaged', path, what: 'checksum' },
  'workspace-too-new': { code: 'workspace-too-new', path, theirs: 3, ours: 1 },
  'workspace-foreign': { code: 'workspace-foreign', path },
  'workspace-not-open': { code: 'workspace-not-open' },
  'workspace-read-only': { code: 'workspace-read-only', path },
  'disk-full': { code: 'disk-full', path },
  'folder-read-only': { code: 'folder-read-only', path },
  'write-failed': { code: 'write-failed', path, reason: 'EIO' },
  'backup-not-kept': { code: 'backup-not-kept', path, reason: 'ENOSPC' },
  'journal-failed': { code: 'journal-failed', reason: 'ENOSPC' },
  'file-changed-on-disk': { code: 'file-changed-on-disk', path },
  'unknown-attachment': { code: 'unknown-attachment', sha256: 'ab'.repeat(32) },
  'attachment-missing': { code: 'attachment-missing', sha256: 'ab'.repeat(32) },
  'attachments-damaged': { code: 'attachments-damaged', path, count: 2 },
  'format-broken': { code: 'format-broken', path, format: 'XLSX' },
  'format-protected': { code: 'format-protected', path },
  'no-table': { code: 'no-table', path },
  'unpacks-too-large': { code: 'unpacks-too-large' },
  'sheet-broken': { code: 'sheet-broken' },
  'unknown-sheet': { code: 'unknown-sheet', sheet: 'Réponses' },
  'quote-open': { code: 'quote-open', limit: 4 },
  'broken-characters': { code: 'broken-characters' },
  'unnamed-column': { code: 'unnamed-column', column: 'AB' },
  'too-many-columns': { code: 'too-many-columns', count: 3_000, limit: 2_000 },
  'named-file-missing': { code: 'named-file-missing', name: 'puits.jpg' },
  'file-unsuitable': { code: 'file-unsuitable', path, why: 'heic' },
  'attachment-too-large': { code: 'attachment-too-large', path, megabytes: 31, limit: 25 },
  'attachments-full': { code: 'attachments-full', path, limit: 500 },
  'unknown-record': { code: 'unknown-record', id: 'UNV-1' },
  'unknown-kind': { code: 'unknown-kind', kind: 'poem' },
  'unknown-field': { code: 'unknown-field', field: 'rhyme', kind: 'lesson' },
  'unknown-lang': { code: 'unknown-lang', lang: 'de' },
  'unknown-sdg': { code: 'unknown-sdg', sdg: '18' },
  'unknown-theme': { code: 'unknown-theme', theme: 'x' },
  'unknown-country': { code: 'unknown-country', country: 'Ruritania' },
  'unknown-reference': { code: 'unknown-reference', ref: '@a' },
  'wrong-value': { code: 'wrong-value', field, expected: 'text' },
  'text-too-long': { code: 'text-too-long', field, length: 2_000, limit: 1_000 },
  'position-out-of-range': { code: 'position-out-of-range', field, at: 9, length: 3 },
  'not-joinable': { code: 'not-joinable', one: 'UNV-1', other: 'UNV-2' },
  'nothing-to-undo': { code: 'nothing-to-undo' },
  'nothing-to-redo': { code: 'nothing-to-redo' },
  'broken-line': { code: 'broken-line', line: 12 },
  'line-too-long': { code: 'line-too-long', line: 12, limit: 10 },
  'unknown-operation': { code: 'unknown-operation', op: 'explode' },
  'unknown-key': { code: 'unknown-key', key: 'colour' },
  'duplicate-id': { code: 'duplicate-id', id: 'UNV-1' },
  'empty-record': { code: 'empty-record' },
  'line-refused': { code: 'line-refused', line: 4, problem: { code: 'unknown-sdg', sdg: '18' } },
  'nothing-imported': { code: 'nothing-imported', path },
  'not-text': { code: 'not-text', path },
  'file-too-large': { code: 'file-too-large', path, limit: 64 },
  'nothing-to-translate': { code: 'nothing-to-translate', lang: 'fr' },
  'xliff-unreadable': { code: 'xliff-unreadable', path, fault: 'broken', line: 3 },
  'record-deleted': { code: 'record-deleted', id: 'UNV-1' },
  'translation-base-missing': { code: 'translation-base-missing', id: 'UNV-1' },
  'unknown-unit': { code: 'unknown-unit', unit: '3' },
  'unknown-code': { code: 'unknown-code', id: '3' },
  'missing-code': { code: 'missing-code', id: '3' },
  'repeated-code': { code: 'repeated-code', id: '3' },
  'empty-brief': { code: 'empty-brief' },
  'not-a-brief': { code: 'not-a-brief', id: 'UNV-1' },
  'pdf-unavailable': { code: 'pdf-unavailable', reason: 'electron' },
  'format-not-available': { code: 'format-not-available', format: 'odt' },
  cancelled: { code: 'cancelled' },
  'bad-request': { code: 'bad-request', reason: 'path' },
  'engine-restarted': { code: 'engine-restarted' },
  unexpected: { code: 'unexpected', ref: '4f2a' },
}

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: { lang: '' } })
  await startI18n('en')
})

describe.each(LANGS)('in %s', (lang) => {
  test.each(Object.values(PROBLEMS))('$code says what happened, what is safe and what to do', async (problem) => {
    await showLanguage(lang)
    for (const sentence of Object.values(problemText(problem, wordsNow))) {
      expect(sentence).toMatch(/\S/)
      expect(sentence).not.toMatch(/\{\{|problems:|undefined|\[object/)
    }
    expect(i18n.exists(`problems:${problem.code}.what`, { lng: lang, fallbackLng: [] })).toBe(true)
  })
})

test('a file is named without its folders, whatever the system', () => {
  expect(fileName('/media/clé/Crues.temoin')).toBe('Crues.temoin')
  expect(fileName('C:\\Users\\Awa\\Crues.temoin')).toBe('Crues.temoin')
  expect(problemText(PROBLEMS['disk-full'], wordsNow).what).not.toContain('/media')
})

test('a refused line says why in the same language', async () => {
  await showLanguage('fr')
  expect(problemText(PROBLEMS['line-refused'], wordsNow).what).toContain('Il n’y a pas d’ODD')
})
