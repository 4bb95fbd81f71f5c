import { app, type BrowserWindow, dialog, type FileFilter, shell } from 'electron'
import { dirname, join } from 'node:path'
import type { Ask } from '../ipc/contract.ts'
import { plainFileName } from './file-names.ts'
import { openableLink } from './links.ts'
import type { Lang, Problem } from './outcome.ts'
import { filled, words } from './words.ts'

type SaveWhat = Ask<'shell.chooseSave'>['what']
type OpenWhat = Ask<'shell.chooseOpen'>['what']

const EXTENSIONS: Readonly<Record<SaveWhat, string>> = {
  workspace: 'temoin',
  copy: 'temoin',
  pdf: 'pdf',
  docx: 'docx',
  html: 'html',
  md: 'md',
}

/** What a file is to be called, and the file in whose folder the dialog begins; else in the person's documents. */
type Suggestion = { readonly name: string; readonly beside: string | undefined }

/** Asks where to put a file; null when the person thinks better of it. */
export async function chooseSave(
  window: BrowserWindow,
  what: SaveWhat,
  { name, beside }: Suggestion,
  lang: Lang,
): Promise<string | null> {
  const extension = EXTENSIONS[what]
  const { save, kinds } = words(lang).dialogs
  const folder = beside === undefined ? app.getPath('documents') : dirname(beside)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: save[what],
    defaultPath: join(folder, `${plainFileName(name) || 'temoin'}.${extension}`),
    filters: [{ name: kinds[extension as keyof typeof kinds], extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (canceled || !filePath) return null
  return filePath.toLowerCase().endsWith(`.${extension}`) ? filePath : `${filePath}.${extension}`
}

/** Asks for one workspace to open, or for several copies or files; nothing when the person thinks better of it. */
export async function chooseOpen(window: BrowserWindow, what: OpenWhat, lang: Lang): Promise<readonly string[]> {
  const { open, kinds } = words(lang).dialogs
  const filters: FileFilter[] =
    what === 'import'
      ? [{ name: kinds.import, extensions: ['jsonl', 'ndjson', 'json', 'csv', 'tsv', 'xlsx'] }]
      : [{ name: kinds.temoin, extensions: ['temoin'] }]
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: open[what],
    filters: [...filters, { name: kinds.all, extensions: ['*'] }],
    properties: what === 'workspace' ? ['openFile'] : ['openFile', 'multiSelections'],
  })
  return canceled ? [] : filePaths
}

/** Opens a web or mail address after naming who is at the other end; answers whether it was opened. */
export async function openLink(window: BrowserWindow, address: string, lang: Lang): Promise<boolean> {
  const link = openableLink(address)
  if (!link) return false
  const { title, detail, open, cancel } = words(lang).dialogs.link
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: filled(title, { host: link.host }),
    detail: filled(detail, { url: link.url }),
    buttons: [cancel, open],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  if (response !== 1) return false
  await shell.openExternal(link.url)
  return true
}

/** Says that the file could not be saved before leaving; answers whether to leave all the same. */
export async function leaveUnsaved(window: BrowserWindow, problem: Problem, lang: Lang): Promise<boolean> {
  const { title, detail, leave, stay } = words(lang).dialogs.unsaved
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: title,
    detail: filled(detail, { file: 'path' in problem ? problem.path : '', code: problem.code }),
    buttons: [stay, leave],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}
