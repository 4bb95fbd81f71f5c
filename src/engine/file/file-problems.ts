import { dirname } from 'node:path'
import type { Problem } from '../../core/problem.ts'

/** The code of a failed system call; anything else is a bug and is thrown on. */
export function errnoOf(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
  if (typeof code !== 'string') throw error
  return code
}

/** Why a file could not be read. */
export function readingProblem(error: unknown, path: string): Problem {
  const reason = errnoOf(error)
  if (reason === 'ENOENT' || reason === 'ENOTDIR') return { code: 'file-missing', path }
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
