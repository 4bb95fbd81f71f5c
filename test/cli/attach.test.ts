import { writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { fieldPhoto } from '../support/field-photos.ts'
import { terminal } from '../support/terminal.ts'

const ana = terminal()
let path = ''
let photo = ''
let count = 0

beforeEach(async () => {
  count += 1
  path = ana.path(`Équipe Sahel ${count}.temoin`)
  await ana.json('init', path, '--name', 'Équipe Sahel', '--lang', 'fr')
  const lines = ana.path('puits.jsonl')
  writeFileSync(lines, JSON.stringify({ id: 'P-1', lang: 'fr', title: 'Huit puits' }))
  await ana.json('import', path, lines)
  photo = ana.path('puits.jpg')
  writeFileSync(photo, await fieldPhoto(900, 600))
})

describe('attach', () => {
  it('keeps a photo with the record, once, and says what it gave away', async () => {
    const first = await ana.json<{ attached: { sha256: string }[] }>('attach', path, 'P-1', photo)
    const sha256 = first.attached[0]?.sha256 ?? ''
    expect(first).toEqual({
      attached: [
        {
          ...{ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: expect.any(Number), type: 'image/jpeg' },
          ...{ name: 'puits.jpg', given: expect.objectContaining({ people: ['Awa Diop'], device: 'Fairphone' }) },
        },
      ],
      problems: [],
    })
    expect(await ana.json('attach', path, 'P-1', photo)).toEqual(first)
    expect(await ana.json('show', path, 'P-1')).toMatchObject({ attachments: [{ key: sha256, name: 'puits.jpg' }] })
    expect(await ana.json('check', path)).toMatchObject({ ok: true, attachments: 1 })
  })

  it('leaves out what cannot be kept, names it, and brings in the rest', async () => {
    const drawing = ana.path('plan.jpg')
    writeFileSync(drawing, '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
    const missing = ana.path('parti.jpg')
    expect(await ana.json('attach', path, 'P-1', drawing, missing, photo)).toMatchObject({
      attached: [{ name: 'puits.jpg' }],
      problems: [
        { code: 'file-unsuitable', path: drawing, why: 'svg' },
        { code: 'file-missing', path: missing },
      ],
    })
    const alone = await ana.run('attach', path, 'P-1', drawing)
    expect(alone.code).toBe(1)
    expect(alone.out + alone.err).toContain('plan.jpg was left out')
  })

  it('keeps the original only where it is asked for', async () => {
    const { attached } = await ana.json<{ attached: { bytes: number }[] }>('attach', path, 'P-1', photo, '--original')
    expect(attached[0]?.bytes).toBe((await fieldPhoto(900, 600)).length)
  })

  it('is refused for a record that is not there', async () => {
    expect(await ana.refused('attach', path, 'nobody', photo)).toEqual({ code: 'unknown-record', id: 'nobody' })
  })
})
