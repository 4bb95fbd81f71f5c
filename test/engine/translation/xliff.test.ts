import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { richState } from '../../../src/core/history/project.ts'
import { clientIdOf } from '../../../src/core/rich-text/client-id.ts'
import type { RichDocument } from '../../../src/core/rich-text/document.ts'
import { plainText } from '../../../src/core/rich-text/plain-text.ts'
import { readDocument } from '../../../src/core/rich-text/read-document.ts'
import { rewriteDocument } from '../../../src/core/rich-text/write-document.ts'
import { fieldState } from '../../../src/core/translation/translation-state.ts'
import { exportXliff } from '../../../src/engine/translation/export-xliff.ts'
import { importXliff } from '../../../src/engine/translation/import-xliff.ts'
import type { Workspace } from '../../../src/engine/workspace.ts'
import { markdownToDocument } from '../../../src/formats/markdown/read-markdown.ts'
import { computer, must, newWorkspace, problemOf, record, title, twoCopies } from '../../support/engine.ts'

const ASK = { dryRun: false, path: 'retour.xlf' }

function write(workspace: Workspace, id: string, field: string, locale: string, markdown: string): void {
  const subject = workspace.subject(id)
  if (!subject) throw new Error(id)
  const doc: RichDocument = markdownToDocument(markdown)
  const update = rewriteDocument(richState(subject, field, locale), doc, clientIdOf(workspace.clock.next()))
  if (update) must(workspace.change(id, [{ op: 'edit', field, locale, update }]))
}

function textOf(workspace: Workspace, id: string, field: string, locale: string): string {
  const subject = workspace.subject(id)
  if (!subject) throw new Error(id)
  return plainText(readDocument(richState(subject, field, locale)))
}

function valueOf(workspace: Workspace, id: string, key: string) {
  return workspace.subject(id)?.values.get(key)
}

/** A translator who knows these sentences, and works as a tool does: on the text of targets alone. */
function translate(xliff: string, words: Readonly<Record<string, string>>): string {
  return xliff.replace(/<target[^>]*>(?:(?!<\/target>).)*<\/target>/gs, (target) =>
    Object.entries(words).reduce((text, [from, to]) => text.replaceAll(from, to), target),
  )
}

const BODY =
  'La **sécheresse** a duré.\n\n## Les puits\n\n- Un puits[^1] à Podor\n- Deux à Matam\n\n[^1]: Creusé à la main.'
const WORDS = {
  'L’eau': 'Water',
  sécheresse: 'drought',
  'La ': 'The ',
  ' a duré.': ' went on.',
  'Les puits': 'The wells',
  'Un puits': 'One well',
  ' à Podor': ' in Podor',
  'Deux à Matam': 'Two in Matam',
  'Creusé à la main.': 'Dug by hand.',
}

async function story() {
  const file = await newWorkspace(computer({ author: 'Ana' }))
  const { workspace } = file
  const id = record(workspace, [title('L’eau')])
  write(workspace, id, 'body', 'fr', BODY)
  return { workspace, id }
}

function stateAt(workspace: Workspace, id: string, field: string) {
  const subject = workspace.subject(id)
  return subject && fieldState(subject, workspace.store.changesOf(id), field, 'en')
}

describe('an exchange file for translators', () => {
  it('offers every text with its source in the place of what is missing', async () => {
    const { workspace, id } = await story()
    const made = must(exportXliff(workspace, [id], 'en'))
    expect(made.units).toBe(6)
    expect(made.text).toContain('<source>L’eau</source>\n<target state="needs-translation">L’eau</target>')
    expect(made.text).toContain('<source>La <g id="1">sécheresse</g> a duré.</source>')
    expect(made.text).toContain('<source>Un puits<x id="1"/> à Podor</source>')
    expect(made.text).toContain('<source>Creusé à la main.</source>')
  })

  it('brings a translation back with its form, and says how far it has come', async () => {
    const { workspace, id } = await story()
    const { text } = must(exportXliff(workspace, [id], 'en'))
    expect(stateAt(workspace, id, 'body')).toBe('missing')
    expect(must(importXliff(workspace, translate(text, WORDS), ASK))).toEqual({
      new: 6,
      changed: 0,
      kept: 0,
      outdated: 0,
      refused: [],
    })
    expect(valueOf(workspace, id, 'title:en')?.value).toBe('Water')
    const subject = workspace.subject(id)
    if (!subject) throw new Error(id)
    const english = readDocument(richState(subject, 'body', 'en'))
    expect(english).toEqual(
      markdownToDocument(
        'The **drought** went on.\n\n## The wells\n\n- One well[^1] in Podor\n- Two in Matam\n\n[^1]: Dug by hand.',
      ),
    )
    expect([stateAt(workspace, id, 'title'), stateAt(workspace, id, 'body')]).toEqual(['translated', 'translated'])
  })

  it('taken in twice is as good as once', async () => {
    const { workspace, id } = await story()
    const back = translate(must(exportXliff(workspace, [id], 'en')).text, WORDS)
    must(importXliff(workspace, back, ASK))
    must(workspace.change(id, [{ op: 'set', field: 'title', locale: 'en', value: 'Water for all' }]))
    const before = [...workspace.store.changes()].length
    must(importXliff(workspace, back, ASK))
    expect([...workspace.store.changes()]).toHaveLength(before)
    expect(valueOf(workspace, id, 'title:en')?.value).toBe('Water for all')
  })

  it('meets what was written here meanwhile, and overwrites nothing', async () => {
    const { workspace, id } = await story()
    must(importXliff(workspace, translate(must(exportXliff(workspace, [id], 'en')).text, WORDS), ASK))
    const away = must(exportXliff(workspace, [id], 'en')).text
    const now = textOf(workspace, id, 'body', 'en')
    write(workspace, id, 'body', 'en', `${now.replaceAll('\n', '\n\n')}\n\nAdded at the office.`)
    must(workspace.change(id, [{ op: 'set', field: 'title', locale: 'en', value: 'Water, at last' }]))
    const back = translate(away, { 'Two in Matam': 'Two more in Matam', '>Water<': '>The water<' })
    expect(must(importXliff(workspace, back, ASK))).toMatchObject({ new: 0, changed: 2, kept: 4 })
    expect(textOf(workspace, id, 'body', 'en')).toContain('Two more in Matam')
    expect(textOf(workspace, id, 'body', 'en')).toContain('Added at the office.')
    expect(
      valueOf(workspace, id, 'title:en')
        ?.open.map(({ value }) => value)
        .toSorted(),
    ).toEqual(['The water', 'Water, at last'])
  })

  it('counts what was translated from an older source, marks it, and offers it for review', async () => {
    const { workspace, id } = await story()
    const back = translate(must(exportXliff(workspace, [id], 'en')).text, WORDS)
    write(workspace, id, 'body', 'fr', BODY.replace('La **sécheresse** a duré.', 'La **sécheresse** a duré trois ans.'))
    expect(must(importXliff(workspace, back, ASK))).toMatchObject({ new: 6, outdated: 5 })
    expect([stateAt(workspace, id, 'title'), stateAt(workspace, id, 'body')]).toEqual(['translated', 'outdated'])
    const again = must(exportXliff(workspace, [id], 'en')).text
    expect(again.match(/needs-review-translation/g)).toHaveLength(1)
    expect(again).toContain('<note>The source has changed since this was translated.</note>')
  })

  it('stands on its source where it is only begun', async () => {
    const { workspace, id } = await story()
    const back = translate(must(exportXliff(workspace, [id], 'en')).text, { 'Deux à Matam': 'Two in Matam' })
    expect(must(importXliff(workspace, back, ASK))).toMatchObject({ new: 1, kept: 5 })
    expect(stateAt(workspace, id, 'body')).toBe('draft')
    const next = must(exportXliff(workspace, [id], 'en')).text
    expect(next).toContain('<target state="translated">Two in Matam</target>')
    expect(next.match(/needs-translation/g)).toHaveLength(5)
  })

  it('from two volunteers meets in one text on two copies', async () => {
    const { ana, luc, meet } = await twoCopies()
    const id = record(ana.workspace, [title('L’eau')])
    write(ana.workspace, id, 'body', 'fr', BODY)
    await meet()
    const { text } = must(exportXliff(ana.workspace, [id], 'en'))
    const back = translate(text, WORDS)
    must(importXliff(ana.workspace, back, ASK))
    must(importXliff(luc.workspace, back, ASK))
    await meet()
    for (const { workspace } of [ana, luc]) {
      expect(textOf(workspace, id, 'body', 'en')).toBe(
        'The drought went on.\nThe wells\nOne well in Podor\nTwo in Matam',
      )
      expect(valueOf(workspace, id, 'title:en')?.value).toBe('Water')
    }
  })

  it('refuses what is not its own, text by text where it can', async () => {
    const { workspace, id } = await story()
    const { text } = must(exportXliff(workspace, [id], 'en'))
    const unreadable = (broken: string) => problemOf(importXliff(workspace, broken, ASK))
    expect(unreadable('<xliff')).toMatchObject({ code: 'xliff-unreadable', fault: 'broken' })
    expect(unreadable(text.replace('<xliff', '<!DOCTYPE x [<!ENTITY a "b">]><xliff'))).toMatchObject({
      fault: 'doctype',
    })
    expect(unreadable(text.replaceAll('1.2', '2.1').replace('document:2.1', 'document:2.0'))).toMatchObject({
      fault: 'other-version',
    })
    expect(unreadable('<html/>')).toMatchObject({ fault: 'not-xliff' })
    expect(unreadable(text.replaceAll('tm:workspace', 'workspace'))).toMatchObject({ fault: 'not-ours' })
    const other = await story()
    expect(problemOf(importXliff(other.workspace, text, ASK))).toMatchObject({ code: 'workspace-foreign' })
    const bad = translate(text, { ...WORDS, '<x id="1"/>': '', '<g id="1">': '<g id="7">' })
    expect(must(importXliff(workspace, bad, ASK)).refused).toEqual([
      { where: `${id} body/0`, problem: { code: 'unknown-code', id: '7' } },
      { where: `${id} body/2`, problem: { code: 'missing-code', id: '1' } },
    ])
    workspace.remove([id])
    expect(must(importXliff(workspace, text, ASK)).refused).toEqual([
      { where: id, problem: { code: 'record-deleted', id } },
    ])
  })

  it('survives any text, whatever a translator makes of it', async () => {
    const { workspace, id } = await story()
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(5), async (typed, place) => {
        const { text } = must(exportXliff(workspace, [id], 'en'))
        let at = -1
        const escaped = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
        const back = text.replace(
          /(<target[^>]*>)((?:(?!<\/target>).)*)(<\/target>)/gs,
          (whole, open, inside, close) => {
            at += 1
            return at === place ? `${open}${escaped}${inside}${close}` : whole
          },
        )
        const taken = must(importXliff(workspace, back, ASK))
        expect(taken.new + taken.changed + taken.kept).toBe(6)
        const subject = workspace.subject(id)
        const body = subject && readDocument(richState(subject, 'body', 'en'))
        const there = JSON.stringify([valueOf(workspace, id, 'title:en')?.open, body]).normalize('NFC')
        for (const word of typed.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []) expect(there).toContain(word)
      }),
      { numRuns: 60 },
    )
  })
})
