import { describe, expect, it } from 'vitest'
import { copyNameOf } from '../../../src/engine/sync/conflict-name.ts'
import { BASES, CONFLICT_NAMES } from './conflict-names.ts'

describe('the name of a copy', () => {
  it.each(BASES)('says where it comes from, beside “%s”', (w) => {
    const said = CONFLICT_NAMES.map(({ name }) => copyNameOf(`${w}.temoin`, name(w))?.by)
    expect(said).toEqual(CONFLICT_NAMES.map(({ by }) => by))
  })

  it('is that of a copy whichever way é is written', () => {
    const name = 'Projet été (1).temoin'
    expect(copyNameOf('Projet été.temoin'.normalize('NFD'), name)?.by).toBe('google-drive')
    expect(copyNameOf('Projet été.temoin', name.normalize('NFD'))?.by).toBe('google-drive')
  })

  it('says which of the two is the copy, except where a person may have meant something else by it', () => {
    expect(copyNameOf('w.temoin', 'w.sync-conflict-20261121-223359-DHPLAKK.temoin')?.certain).toBe(true)
    expect(copyNameOf('w.temoin', 'w (2).temoin')?.certain).toBe(true)
    expect(copyNameOf('w.temoin', 'w-LUCIA.temoin')?.certain).toBe(false)
  })

  it('is not that of the workspace itself, of another one, nor of what a copy was made from', () => {
    for (const name of ['w.temoin', 'x.temoin', 'w 2026 - notes.temoin', 'w (Luc).temoin', 'w.txt', 'w-2026.temoin'])
      expect(copyNameOf('w.temoin', name)).toBeUndefined()
    expect(copyNameOf('w.sync-conflict-20261121-223359-DHPLAKK.temoin', 'w.temoin')).toBeUndefined()
    expect(copyNameOf('Copie de w.temoin', 'w.temoin')).toBeUndefined()
  })

  it('may be that of a copy of a copy', () => {
    const copy = 'w.sync-conflict-20261121-223359-DHPLAKK.sync-conflict-20261122-080000-DHPLAKK.temoin'
    expect(copyNameOf('w.temoin', copy)?.by).toBe('syncthing')
  })
})
