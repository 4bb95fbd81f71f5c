import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newFolder, QUICK_DISK } from '../support/engine.ts'
import { terminal } from '../support/terminal.ts'

const COMMANDS = [
  'init',
  'import',
  'apply',
  'list',
  'show',
  'history',
  'search',
  'suggest',
  'merge',
  'check',
  'copy',
  'dump',
  'brief',
  'stats',
  'batch',
]

describe('usage', () => {
  it('is the help without a command, with exit 2, and on request with exit 0', async () => {
    const ana = terminal()
    const nothing = await ana.run()
    expect(nothing).toMatchObject({ code: 2, out: '' })
    for (const argv of [['--help'], ['-h'], ['--ui', 'en', '--help']]) {
      expect(await ana.run(...argv)).toEqual({ code: 0, out: nothing.err, err: '' })
    }
    expect(await ana.run('dance')).toEqual(nothing)
    for (const command of COMMANDS) expect(nothing.err).toContain(`temoin ${command} `)
  })

  it.each(COMMANDS)(
    'of %s is one line: on standard output for --help, on standard error with exit 2 for a mistake',
    async (command) => {
      const ana = terminal()
      const { code, out, err } = await ana.run(command, '--help')
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out).toMatch(new RegExp(`^Usage: temoin ${command} \\(?FILE.*\\n$`))
      for (const mistake of [[], ['a', 'b', 'c', 'd', '--dance'], ['a', '--dance'], ['a', 'b', '--ui', 'wo']]) {
        for (const json of [[], ['--json']])
          expect(await ana.run(command, ...mistake, ...json)).toEqual({ code: 2, out: '', err: out })
      }
    },
  )

  it.each([
    ['list', 'FILE', '--limit', 'many'],
    ['list', 'FILE', '--offset', '-1'],
    ['list', 'FILE', '--limit=1.5'],
    ['list', 'FILE', 'OTHER'],
    ['list', 'FILE', '--kind'],
    ['show', 'FILE'],
    ['history', 'FILE'],
    ['search', 'FILE'],
    ['search', 'FILE', 'two', 'words'],
    ['search', 'FILE', 'word', '--limit', 'x'],
    ['import', 'FILE'],
    ['apply', 'FILE'],
    ['merge', 'FILE'],
    ['brief', 'FILE', '--records', 'A', '--format', 'md'],
    ['dump', 'FILE', '--json=yes'],
  ])('is wrong in %s %s %s %s', async (...argv) => {
    expect(await terminal().run(...argv.filter((each) => typeof each === 'string'))).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^Usage: /) as unknown,
    })
  })

  it('lets the options that go with every command stand before it', async () => {
    const ana = terminal()
    const file = ana.path('a.temoin')
    expect((await ana.run('--ui', 'fr', '--as', 'Luc Diop', '--json', 'init', file, '--name', 'Équipe')).code).toBe(0)
    expect(await ana.json('--ui=es', 'stats', file)).toMatchObject({ records: 0 })
    expect((await ana.run('--json', '--ui', 'es', 'list', ana.path('absent.temoin'))).code).toBe(1)
  })

  it('takes what follows two dashes as it is', async () => {
    const ana = terminal()
    const file = ana.path('a.temoin')
    await ana.json('init', file, '--name', 'Équipe')
    expect(JSON.parse((await ana.run('search', file, '--json', '--', '--dance')).out)).toMatchObject({ total: 0 })
  })
})

describe('the language of the answer', () => {
  it.each([
    ['fr_FR.UTF-8', [], /Créé|espace de travail/i],
    ['es_GT.UTF-8', [], /espacio de trabajo/i],
    ['en_GB.UTF-8', [], /workspace/i],
    ['wo_SN.UTF-8', [], /workspace/i],
    ['C', [], /workspace/i],
    ['', [], /workspace/i],
    ['fr_FR.UTF-8', ['--ui', 'es'], /espacio de trabajo/i],
    ['es_ES.UTF-8', ['--ui=en'], /workspace/i],
  ] as const)('is the one of %j with %j', async (language, options, expected) => {
    const ana = terminal({ language })
    const { out } = await ana.run('init', ana.path('a.temoin'), '--name', 'Équipe', ...options)
    expect(out).toMatch(expected)
  })

  it('is also that of what is refused', async () => {
    const ana = terminal()
    const sentences = await Promise.all(
      ['en', 'fr', 'es'].map(async (ui) => (await ana.run('list', ana.path('absent.temoin'), '--ui', ui)).err),
    )
    expect(new Set(sentences).size).toBe(3)
    for (const sentence of sentences) {
      expect(sentence).toContain('absent.temoin')
      expect(sentence).not.toMatch(/[{}]|problems:/)
    }
  })
})

describe('under --json', () => {
  it('exactly one value stands on standard output, whatever happens', async () => {
    const ana = terminal({ isTerminal: true })
    const file = ana.path('a.temoin')
    const source = ana.path('a.jsonl')
    writeFileSync(
      source,
      Array.from({ length: 600 }, (_, index) => `{"id":"${index}","title":"Récit ${index}"}`).join('\n'),
    )
    const commands = [
      ['init', file, '--name', 'Équipe'],
      ['import', file, source],
      ['import', file, ana.path('absent.jsonl')],
      ['list', file],
      ['list', ana.path('absent.temoin')],
      ['show', file, '7'],
      ['history', file, '7'],
      ['search', file, 'récit'],
      ['merge', file, file],
      ['check', file],
      ['dump', file],
      ['stats', file],
      ['brief', file, '--records', '7', '-o', ana.path('b.md')],
    ]
    for (const argv of commands) {
      const { out } = await ana.run(...argv, '--json')
      expect(out.endsWith('\n')).toBe(true)
      expect(typeof JSON.parse(out)).toBe('object')
      expect(out.trimEnd()).not.toContain('\n')
    }
  })

  it('a bug is one as well, written down in full on this computer', async () => {
    const dataFolder = join(newFolder(), 'app')
    const ana = terminal({
      dataFolder,
      change: () => ({
        sizeOf: () => {
          throw new Error('a bug of ours')
        },
      }),
    })
    const file = ana.path('a.temoin')
    await ana.json('init', file, '--name', 'Équipe')
    expect(await ana.refused('stats', file)).toEqual({
      code: 'unexpected',
      ref: expect.stringMatching(/^\d+$/) as unknown,
    })
    const { err } = await ana.run('stats', file)
    expect(err).toContain('Something went wrong inside Temoin')
    expect(err).not.toContain('a bug of ours')
    expect(readFileSync(join(dataFolder, 'problems.log'), 'utf8')).toContain('a bug of ours')
  })
})

describe('a disk that refuses', () => {
  it('is told by its code, and leaves the file as it was', async () => {
    const folder = newFolder()
    const ana = terminal({ folder })
    const file = ana.path('a.temoin')
    await ana.json('init', file, '--name', 'Équipe')
    const before = readFileSync(file)
    const ops = ana.path('ops.jsonl')
    writeFileSync(ops, '{"op":"create","set":{"title":"Podor"}}')
    const full = terminal({ folder, fs: { ...QUICK_DISK, freeBytes: async () => 10 } })
    expect(await full.refused('apply', file, ops)).toEqual({ code: 'disk-full', path: file })
    const readOnly = terminal({ folder, fs: { ...QUICK_DISK, canWrite: async () => false } })
    expect(await readOnly.refused('apply', file, ops)).toEqual({ code: 'workspace-read-only', path: file })
    expect(await readOnly.refused('import', file, ops)).toEqual({ code: 'workspace-read-only', path: file })
    expect(await readOnly.json('list', file)).toMatchObject({ total: 0 })
    const wx = async (...[path, flags, mode]: Parameters<typeof QUICK_DISK.open>) => {
      if (flags === 'wx' && path.includes('~')) throw Object.assign(new Error(), { code: 'EACCES' })
      return QUICK_DISK.open(path, flags, mode)
    }
    const locked = terminal({ folder, fs: { ...QUICK_DISK, open: wx } })
    expect(await locked.refused('apply', file, ops)).toEqual({ code: 'folder-read-only', path: folder })
    expect(await locked.refused('brief', file, '--records', 'x', '-o', ana.path('b.md'))).toEqual({
      code: 'unknown-record',
      id: 'x',
    })
    expect(await locked.refused('init', ana.path('b.temoin'), '--name', 'x')).toEqual({
      code: 'folder-read-only',
      path: folder,
    })
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})
