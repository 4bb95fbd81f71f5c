import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { firstKept, readKept, withRecent, writeKept } from '../../src/main/kept.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'temoin-kept-'))
  file = join(folder, 'preferences.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('what is kept between runs', () => {
  test('comes back as it was written', () => {
    const kept = {
      ...firstKept('fr'),
      open: '/home/awa/Crues.temoin',
      recent: [{ path: '/home/awa/Crues.temoin', name: 'Crues', openedAt: 1_790_000_000_000 }],
      window: { x: 10, y: 20, width: 1366, height: 768, maximised: true, zoom: 1.25 },
    }
    expect(writeKept(file, kept)).toBeNull()
    expect(readKept(file, 'en')).toEqual(kept)
  })

  test('begins anew where there is no file', () => {
    expect(readKept(file, 'es')).toEqual(firstKept('es'))
  })

  test.each(['', 'null', '[]', '{"preferences":', 'not json', '\u0000\u0000'])(
    'begins anew from a damaged file (%j), which is put aside',
    (text) => {
      writeFileSync(file, text)
      expect(readKept(file, 'en')).toEqual(firstKept('en'))
      expect(existsSync(file)).toBe(false)
      expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(text)
    },
  )

  test('keeps what is right of a file that is partly wrong', () => {
    writeFileSync(
      file,
      JSON.stringify({
        preferences: {
          lang: 'fr',
          theme: 'pink',
          author: 'Awa Diallo',
          facetsWidth: 'wide',
          readingWidth: 500,
          odd: 1,
        },
        recent: [{ path: '/a', name: 'A', openedAt: 1 }, 'nonsense', { path: 2 }],
        window: { width: 99_999_999, height: 700, x: 'left', zoom: 40, maximised: 'yes' },
        open: 7,
        __proto__: { polluted: true },
      }),
    )
    const kept = readKept(file, 'en')
    expect(kept.preferences).toEqual({
      ...firstKept('en').preferences,
      lang: 'fr',
      author: 'Awa Diallo',
      readingWidth: 500,
    })
    expect(kept.recent).toEqual([{ path: '/a', name: 'A', openedAt: 1 }])
    expect(kept.window).toEqual({ ...firstKept('en').window, height: 700 })
    expect(kept.open).toBeNull()
  })

  test('answers why it could not be written, and leaves the older file whole', () => {
    writeKept(file, firstKept('en'))
    const before = readFileSync(file, 'utf8')
    expect(writeKept(join(file, 'inside a file'), firstKept('fr'))).not.toBeNull()
    expect(readFileSync(file, 'utf8')).toBe(before)
  })
})

describe('recent workspaces', () => {
  test('stand latest first, each once, and not for ever', () => {
    const opened = (index: number) => ({ path: `/w/${index}`, name: `W${index}`, openedAt: index })
    const many = Array.from({ length: 20 }, (_, index) => index).reduce<ReturnType<typeof withRecent>>(
      (recent, index) => withRecent(recent, opened(index)),
      [],
    )
    expect(many.map(({ path }) => path)).toEqual(Array.from({ length: 12 }, (_, index) => `/w/${19 - index}`))
    expect(
      withRecent(many, opened(15))
        .map(({ path }) => path)
        .slice(0, 3),
    ).toEqual(['/w/15', '/w/19', '/w/18'])
  })
})
