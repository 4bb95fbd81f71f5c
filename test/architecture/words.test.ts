import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findForeignWords } from './support/foreign-words.ts'
import { root, type SourceFile } from './support/source-files.ts'

describe('tracked files', () => {
  it('name no folder of a machine and no package registry', () => {
    expect(findForeignWords(trackedTexts())).toEqual([])
  })
})

describe('the check of words', () => {
  const found = (text: string) => findForeignWords([{ path: 'docs/a.md', text }])

  it.each([
    ['a working folder', `see /${'work'}/main/src`],
    ['a home folder of root', `cd "/${'root'}/app"`],
    ['a temporary file', `open(/${'tmp'}/shot.png)`],
    ['a Windows home', ['C:', 'Users', 'awa'].join('\\')],
    ['a package registry', `https://registry.${'npmjs'}.org/yjs`],
    ['a mirror of Debian', `http://deb.${'debian'}.org/debian`],
  ])('sees %s', (_what, text) => {
    expect(found(`first line\n${text}`)).toEqual([expect.stringMatching(/^docs\/a\.md:2 /)])
  })

  it('is content with addresses and paths of the project', () => {
    expect(found(`https://www.unv.org/${'work'}/reports, os.tmpdir(), src/core/${'work'}/x.ts`)).toEqual([])
  })
})

/** The lock file is npm's own, and a file with a zero byte is not text. */
function trackedTexts(): SourceFile[] {
  return trackedPaths()
    .filter((path) => path !== '' && path !== 'package-lock.json')
    .map((path) => ({ path, text: readText(path) }))
    .filter(({ text }) => !text.includes('\0'))
}

/** Without git (an unpacked archive of the sources) every file that is not made by a tool counts. */
function trackedPaths(): string[] {
  try {
    return execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', stdio: 'pipe' }).split('\0')
  } catch {
    const made = ['.git', 'node_modules', 'out', 'test-results']
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter((path) => !made.includes(path.split(sep)[0] ?? ''))
  }
}

/** A file that was deleted and not yet committed has no words. */
function readText(path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    return ''
  }
}
