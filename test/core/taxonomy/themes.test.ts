import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGS } from '../../../src/core/model/lang.ts'
import { foldName } from '../../../src/core/taxonomy/fold.ts'
import { findTheme, matchTheme, parentOf, THEMES, themeLabel } from '../../../src/core/taxonomy/themes.ts'

const all = THEMES.flatMap((top) => [top, ...(top.children ?? [])])

describe('the built-in themes', () => {
  it('are two levels deep, with permanent ids in plain words', () => {
    expect(THEMES.length).toBeGreaterThanOrEqual(14)
    expect(THEMES.length).toBeLessThanOrEqual(18)
    expect(all.length).toBeGreaterThanOrEqual(60)
    expect(all.length).toBeLessThanOrEqual(90)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const { id } of all) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
    for (const child of THEMES.flatMap((top) => top.children ?? [])) expect(child.children).toBeUndefined()
  })

  it('include those that workspaces already name by id', () => {
    const promised = ['governance', 'livelihoods', 'youth', 'online-volunteering', 'disaster-risk-reduction']
    expect(promised.filter((id) => findTheme(id) === undefined)).toEqual([])
  })

  it.each(LANGS)('have a name of their own in %s', (lang) => {
    const labels = all.map(({ id }) => themeLabel(id, lang))
    expect(new Set(labels).size).toBe(all.length)
    for (const label of labels) expect(label).toMatch(/^\p{Lu}\S/u)
  })

  it('never let one name mean two themes', () => {
    const owners = new Map<string, Set<string>>()
    for (const { id, label, aliases } of all) {
      for (const name of [id, ...Object.values(label), ...Object.values(aliases ?? {}).flat()]) {
        const key = foldName(name)
        expect(key, name).not.toBe('')
        owners.set(key, (owners.get(key) ?? new Set()).add(id))
      }
    }
    expect([...owners].filter(([, ids]) => ids.size > 1).map(([name]) => name)).toEqual([])
  })
})

describe('matchTheme', () => {
  it.each([
    ['governance', 'governance'],
    ['Gouvernance et participation', 'governance'],
    ['GOBERNANZA', 'governance'],
    ['Reduccion del riesgo de desastres', 'disaster-risk-reduction'],
    ['réduction des risques de catastrophes', 'disaster-risk-reduction'],
    ['South-South cooperation', 'south-south-cooperation'],
    ['bénévolat en ligne', 'online-volunteering'],
    ['Moyens d’existence durables', 'livelihoods'],
    ["moyens d'existence", 'livelihoods'],
    ['juventud', 'youth'],
    ['Women’s leadership', 'womens-leadership'],
    ['beekeeping', undefined],
    ['', undefined],
    ['???', undefined],
  ])('reads %j as %s', (text, id) => {
    expect(matchTheme(text)).toBe(id)
  })

  it('finds every theme by its name in any language, however it is written', () => {
    const written = fc.constantFrom(
      (name: string) => name.toUpperCase(),
      (name: string) => `  ${name} `,
      (name: string) => name.normalize('NFD'),
      (name: string) => name.normalize('NFD').replace(/\p{Mark}/gu, ''),
    )
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom(...LANGS), written, (theme, lang, write) => {
        expect(matchTheme(write(theme.label[lang]))).toBe(theme.id)
      }),
    )
  })
})

describe('parentOf', () => {
  it('climbs one level, and not past the top or into themes of a workspace', () => {
    expect(parentOf('early-warning')).toBe('disaster-risk-reduction')
    expect(parentOf('disaster-risk-reduction')).toBeUndefined()
    expect(parentOf('beekeeping')).toBeUndefined()
    expect(themeLabel('beekeeping', 'en')).toBeUndefined()
  })
})
