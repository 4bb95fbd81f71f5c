import { dirname } from 'node:path'
import type { Problem } from '../../core/problem.ts'

/** The code of a failed system call; anything else is a bug and is thrown on. */
export function errnoOf(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
  if (typeof code !== 'string') throw error
  return code
}

/**
 * What reading fails with while a file is there and its bytes are not: a cloud client that has yet to fetch them or
 * cannot, a network drive or a stick that has gone away, another program that holds it. UNKNOWN is what Windows' own
 * codes for files in the cloud come through as.
 */
const NOT_NOW = new Set([
  ...['EIO', 'EBUSY', 'EAGAIN', 'ETXTBSY', 'ETIMEDOUT', 'ENODATA', 'ENXIO', 'ENODEV', 'ESTALE', 'EREMOTEIO'],
  ...['ECANCELED', 'ENOTCONN', 'EHOSTDOWN', 'EHOSTUNREACH', 'ENETDOWN', 'ENETUNREACH', 'UNKNOWN'],
])

/** Why a file could not be read. */
export function readingProblem(error: unknown, path: string): Problem {
  const reason = errnoOf(error)
  if (reason === 'ENOENT' || reason === 'ENOTDIR') return { code: 'file-missing', path }
  if (NOT_NOW.has(reason)) return { code: 'file-not-available', path, reason }
  return { code: 'file-unreadable', path, reason }
}

/** Why a file could not be written. The old file is as it was. */
export function writingProblem(error: unknown, path: string): Problem {
  const reason = errnoOf(error)
  if (reason === 'ENOSPC' || reason === 'EDQUOT') return { code: 'disk-full', path }
  if (reason === 'EROFS' || reason === 'EACCES' || reason === 'EPERM')
    return { code: 'folder-read-only', path: dirname(path) }
  if (reason === 'ENOENT' || reason === 'ENOTDIR') return { code: 'file-missing', path: dirname(path) }
  return { code: 'write-failed', path, reason }
}
