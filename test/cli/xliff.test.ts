import { readFileSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { terminal } from '../support/terminal.ts'

const ana = terminal()
let path = ''
let out = ''
let count = 0

const LINE = { id: 'UNV-1', kind: 'lesson', lang: 'es', title: 'Agua', body: 'Los **comités** abrieron pozos.' }

beforeEach(async () => {
  count += 1
  path = ana.path(`Agua ${count}.temoin`)
  out = ana.path(`Agua ${count}.xlf`)
  const source = ana.path(`Agua ${count}.jsonl`)
  writeFileSync(source, JSON.stringify(LINE))
  await ana.json('init', path, '--name', 'Agua', '--lang', 'es')
  await ana.json('import', path, source)
})

describe('xliff', () => {
  it('goes out to a translator and comes back', async () => {
    expect(await ana.json('xliff', 'export', path, '--records', 'UNV-1', '--to', 'fr', '-o', out)).toEqual({
      file: out,
      units: 2,
    })
    const given = readFileSync(out, 'utf8')
    writeFileSync(out, given.replace('>Agua</target>', '>Eau</target>'))
    const trial = { new: 1, changed: 0, kept: 1, outdated: 0, refused: [] }
    expect(await ana.json('xliff', 'import', path, out, '--dry-run')).toEqual(trial)
    expect(await ana.json('show', path, 'UNV-1')).toMatchObject({ title: { values: { es: 'Agua' } }, translations: {} })
    expect(await ana.json('xliff', 'import', path, out, '--as', 'Zoé')).toEqual(trial)
    expect(await ana.json('show', path, 'UNV-1')).toMatchObject({
      title: { values: { es: 'Agua', fr: 'Eau' } },
      translations: { title: { fr: 'translated' } },
    })
    expect(await ana.json('xliff', 'import', path, out)).toMatchObject({ new: 1, changed: 0 })
  })

  it('says what is wrong, and writes nothing', async () => {
    const ask = ['xliff', 'export', path, '--records', 'UNV-1', '-o', out, '--to']
    expect(await ana.refused(...ask, 'wo')).toEqual({ code: 'unknown-lang', lang: 'wo' })
    expect(await ana.refused(...ask, 'es')).toEqual({ code: 'nothing-to-translate', lang: 'es' })
    writeFileSync(out, 'Agua')
    expect(await ana.refused(...ask, 'fr')).toEqual({ code: 'file-exists', path: out })
    expect(await ana.refused('xliff', 'import', path, out)).toMatchObject({ code: 'xliff-unreadable', fault: 'broken' })
    writeFileSync(out, Buffer.from([0x50, 0x4b, 0, 4, 0xff]))
    expect(await ana.refused('xliff', 'import', path, out)).toEqual({ code: 'not-text', path: out })
  })
})
