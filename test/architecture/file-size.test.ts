import { describe, expect, it } from 'vitest'
import { findLongFiles, MOST_LINES } from './support/long-files.ts'
import { readSources } from './support/source-files.ts'

// Tables of data are read line by line, not as one idea. Nothing else belongs here.
const DATA_TABLES: readonly string[] = []

describe('files of src', () => {
  it('are short enough to hold one idea', () => {
    expect(findLongFiles(readSources('src/**/*.{ts,tsx,css}'), DATA_TABLES)).toEqual([])
  })
})

describe('the check of file sizes', () => {
  const file = (lines: number) => ({ path: 'src/core/a.ts', text: 'const a = 1\n'.repeat(lines) })

  it('sees the first line too many', () => {
    expect(findLongFiles([file(MOST_LINES)], [])).toEqual([])
    expect(findLongFiles([file(MOST_LINES + 1)], [])).toEqual(['src/core/a.ts has 401 lines; 400 is the most'])
  })

  it('lets a listed table of data be long, and only while it is', () => {
    expect(findLongFiles([file(900)], ['src/core/a.ts'])).toEqual([])
    expect(findLongFiles([file(9)], ['src/core/a.ts'])).toEqual([expect.stringContaining('is not one')])
  })
})
