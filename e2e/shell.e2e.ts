import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import type { Page } from '@playwright/test'
import { root } from '../scripts/setup/paths.mjs'
import { appPage } from './pages/app.ts'
import { libraryPage } from './pages/library.ts'
import { expect, test } from './support/fixtures.ts'
import { answerSaveDialog } from './support/native-dialogs.ts'
import { makeWorkspace, STORIES } from './support/stories.ts'

test('a window whose process dies comes back to the same workspace', async ({ open, folder }) => {
  const { app, page } = await open({ workspace: makeWorkspace(folder) })
  await expect(libraryPage(page).rows).toHaveCount(3)
  await app.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents()
    return new Promise<void>((resolve) => {
      contents?.once('did-finish-load', () => resolve())
      contents?.forcefullyCrashRenderer()
    })
  })
  await expect
    .poll(() =>
      app.evaluate(({ webContents }) =>
        Promise.all(
          webContents
            .getAllWebContents()
            .map((contents) => contents.executeJavaScript('document.querySelectorAll("[role=option]").length')),
        ),
      ),
    )
    .toEqual([3])
})

test('a second start hands its workspace to the first and leaves', async ({ open, folder, profile }) => {
  const { app, page } = await open({ workspace: makeWorkspace(folder) })
  await expect(libraryPage(page).rows).toHaveCount(3)
  const path = `${folder}/Second.temoin`
  await answerSaveDialog(app, path)
  await page.keyboard.press('Control+Shift+S')
  await expect(appPage(page).notice('Second.temoin was written.')).toBeVisible()
  const flags = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', `--user-data-dir=${profile}`]
  const second = spawn(app.process().spawnfile, [...flags, root, path], { stdio: 'ignore' })
  const code = await new Promise((resolve) => {
    second.on('exit', resolve)
  })
  expect(code).toBe(0)
  // It is a copy of the open one, so it is offered for merging.
  await expect(page.getByText('These copies hold nothing that is not here already.')).toBeVisible()
})

test('the native menu speaks the language of the interface, from one moment to the next', async ({ open, folder }) => {
  const { app, page } = await open({ workspace: makeWorkspace(folder) })
  await expect(libraryPage(page).rows).toHaveCount(3)
  const labels = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))
  expect(await labels()).toContain('&File')
  await appPage(page).choose('Français')
  await expect.poll(labels).toContain('&Fichier')
  const command = (id: string) =>
    app.evaluate(({ Menu }, name) => Menu.getApplicationMenu()?.getMenuItemById(name)?.click(), id)
  await command('new-record')
  await expect(page.getByRole('dialog', { name: /Que voulez-vous écrire/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await command('lang-es')
  await expect.poll(labels).toContain('&Archivo')
  await command('close-workspace')
  await expect(page.getByRole('heading', { level: 1, name: 'Temoin' })).toBeVisible()
})

test('damaged preferences do not keep anybody from working', async ({ open, folder, profile }) => {
  const first = await open({ workspace: makeWorkspace(folder) })
  await first.app.close()
  writeFileSync(`${profile}/preferences.json`, '{"preferences": {"lang": "fr", "aut')
  const { page } = await open()
  await expect(page.getByRole('heading', { level: 1, name: 'Temoin' })).toBeVisible()
  expect(readFileSync(`${profile}/preferences.json.damaged`, 'utf8')).toContain('"aut')
})

test('a brief made from a selection is exported as a tagged PDF', async ({ open, folder }) => {
  const { app, page } = await open({ workspace: makeWorkspace(folder) })
  await expect(libraryPage(page).rows).toHaveCount(STORIES.length)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+a')
  await page.getByRole('toolbar').getByRole('button', { name: 'New brief' }).click()
  await expect(page.locator('main.brief-place')).toBeVisible()
  const path = `${folder}/note.pdf`
  const id = await page.evaluate(async () => {
    const { temoin } = window as unknown as {
      temoin: { call: (name: string, ask: object) => Promise<{ value: { id: string }[] }> }
    }
    return (await temoin.call('briefs.list', {})).value[0]?.id
  })
  await answerSaveDialog(app, path)
  const outcome = await page.evaluate(async (brief) => {
    const { temoin } = window as unknown as {
      temoin: { call: (name: string, ask: object) => Promise<{ value: string }> }
    }
    const chosen = await temoin.call('shell.chooseSave', { what: 'pdf', name: 'note' })
    return temoin.call('briefs.export', { id: brief, lang: 'fr', format: 'pdf', path: chosen.value, paper: 'A4' })
  }, id)
  expect(outcome).toMatchObject({ ok: true, value: { file: path } })
  const { catalog } = await PDFDocument.load(readFileSync(path), { updateMetadata: false })
  expect(['StructTreeRoot', 'Outlines', 'Lang'].filter((name) => !catalog.has(PDFName.of(name)))).toEqual([])
})

test('records dropped on the window are imported, and a dropped copy is offered for merging', async ({
  open,
  folder,
}) => {
  const { app, page } = await open({ workspace: makeWorkspace(folder) })
  await expect(libraryPage(page).rows).toHaveCount(3)
  const records = `${folder}/de Luis.jsonl`
  writeFileSync(
    records,
    JSON.stringify({ id: 'LUIS-1', lang: 'es', title: 'Dos barrios se prestan sus bombas de agua' }),
  )
  await drop(page, records)
  await expect(libraryPage(page).rows).toHaveCount(4)
  const copy = `${folder}/copie.temoin`
  await answerSaveDialog(app, copy)
  await page.keyboard.press('Control+Shift+S')
  await expect(appPage(page).notice('copie.temoin was written.')).toBeVisible()
  await drop(page, copy)
  await expect(page.getByText('These copies hold nothing that is not here already.')).toBeVisible()
})

/** Drops a file of this computer on the window, as a file manager does. */
async function drop(page: Page, file: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 500, y: 300, data })
  }
}
