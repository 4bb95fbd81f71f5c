import { Buffer } from 'node:buffer'
import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { listAttachments, openAttachment, putAttachment } from '../../../src/engine/attachments/attachments.ts'
import { checkWorkspaceFile } from '../../../src/engine/file/check-workspace-file.ts'
import { blobsIn } from '../../../src/engine/file/blob-source.ts'
import { readWorkspaceFile } from '../../../src/engine/file/read-workspace-file.ts'
import {
  checkFile,
  mergeFiles,
  openWorkspaceFile,
  saveOpenFile,
  writeCopy,
} from '../../../src/engine/workspace-file.ts'
import { computer, must, newFolder, newWorkspace, problemOf, record, title } from '../../support/engine.ts'
import { addPhoto, bytesOf, haveBytes, photo } from '../../support/photos.ts'

/** A workspace with one record and two photos, saved. */
async function withPhotos(author = 'Ana') {
  const environment = computer({ author })
  const file = await newWorkspace(environment)
  const id = record(file.workspace, [title('Comité de gestion de l’eau')])
  const photos = [await addPhoto(environment, file, 1), await addPhoto(environment, file, 2)]
  must(await saveOpenFile(environment, file))
  return { environment, file, photos, id }
}

/** Flips one bit in the bytes of an attachment as they lie in a file. */
async function damage(path: string, sha256: string): Promise<void> {
  const { fs } = computer({ author: 'nobody' }).host
  const place = (await blobsIn(fs, path)).get(sha256)
  if (!place) throw new Error('not in the file')
  const bytes = readFileSync(path)
  bytes[place.at + 1_000] = (bytes[place.at + 1_000] ?? 0) ^ 4
  writeFileSync(path, bytes)
}

describe('an attachment', () => {
  it('follows the tables in the file, and is read from there by whoever has the file', async () => {
    const { file, photos } = await withPhotos()
    const luc = computer({ author: 'Luc' })
    const opened = must(await openWorkspaceFile(luc, file.path))
    expect(await haveBytes(luc, opened)).toEqual([true, true])
    expect(Buffer.compare(await bytesOf(luc, opened, photos[1] ?? ''), photo(2))).toBe(0)
    expect(statSync(file.path).size).toBeLessThan(1_000_000)
  })

  it('never sits in the image', async () => {
    const { file, environment } = await withPhotos()
    const { image } = must(await readWorkspaceFile(environment.host, file.path))
    expect(Buffer.from(image).includes(Buffer.from(photo(1)).subarray(0, 64))).toBe(false)
    expect(image.length).toBeLessThan(200_000)
  })

  it('can be read before the first save', async () => {
    const { environment, file } = await withPhotos()
    const third = await addPhoto(environment, file, 3)
    expect(Buffer.compare(await bytesOf(environment, file, third), photo(3))).toBe(0)
  })

  it('is kept once, whoever adds it, and however often', async () => {
    const { environment, file } = await withPhotos()
    const before = file.workspace.store.changeCount()
    await addPhoto(environment, file, 1)
    expect(file.workspace.store.changeCount()).toBe(before)
    const path = join(newFolder(), 'photo.jpg')
    writeFileSync(path, photo(1))
    must(await putAttachment(environment, file.workspace, { path }, 'image/jpeg'))
    expect((await listAttachments(environment, file.workspace.store, file.path)).length).toBe(2)
  })

  it('comes from a file piece by piece, and a file that is not there is said to be missing', async () => {
    const { environment, file } = await withPhotos()
    const path = join(newFolder(), 'entretien.ogg')
    writeFileSync(path, photo(9, 2_500_000))
    const added = must(await putAttachment(environment, file.workspace, { path }, 'audio/ogg'))
    must(await saveOpenFile(environment, file))
    rmSync(path)
    expect(added.size).toBe(2_500_000)
    expect(Buffer.compare(await bytesOf(environment, file, added.sha256), photo(9, 2_500_000))).toBe(0)
    const missing = await putAttachment(environment, file.workspace, { path }, 'audio/ogg')
    expect(problemOf(missing)).toEqual({ code: 'file-missing', path })
    const unknown = await openAttachment(environment, file.workspace.store, file.path, '0'.repeat(64))
    expect(problemOf(unknown).code).toBe('unknown-attachment')
  })

  it('may be empty', async () => {
    const { environment, file } = await withPhotos()
    const { sha256 } = must(await putAttachment(environment, file.workspace, { bytes: new Uint8Array() }, ''))
    must(await saveOpenFile(environment, file))
    rmSync(environment.backupsFolder, { recursive: true })
    expect((await bytesOf(environment, file, sha256)).length).toBe(0)
    expect((await checkWorkspaceFile(environment, file.path)).ok).toBe(true)
  })
})

describe('a file with attachments', () => {
  it('is still a database to any SQLite', async () => {
    const { file } = await withPhotos()
    const database = new DatabaseSync(file.path, { readOnly: true })
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
    expect(database.prepare('SELECT count(*) AS count, sum(size) AS bytes FROM attachment').get()).toEqual({
      count: 2,
      bytes: 600_000,
    })
    database.close()
  })

  it('has the bytes it had when it is saved again, with nothing moved', async () => {
    const { environment, file, id } = await withPhotos()
    const before = await blobsIn(environment.host.fs, file.path)
    rmSync(environment.backupsFolder, { recursive: true })
    must(file.workspace.change(id, [title('Comités')]))
    must(await saveOpenFile(environment, file))
    expect(await blobsIn(environment.host.fs, file.path)).toEqual(before)
    expect((await checkWorkspaceFile(environment, file.path)).problems).toEqual([])
  })

  it('lets new ones follow the old ones', async () => {
    const { environment, file, photos } = await withPhotos()
    const third = await addPhoto(environment, file, 3)
    must(await saveOpenFile(environment, file))
    expect([...(await blobsIn(environment.host.fs, file.path)).keys()]).toEqual([...photos, third])
  })

  it('is the same to the last byte for two people who merge the same copies', async () => {
    const { environment: ana, file: anas } = await withPhotos()
    const luc = computer({ author: 'Luc' })
    const path = join(newFolder(), 'Luc.temoin')
    copyFileSync(anas.path, path)
    const lucs = must(await openWorkspaceFile(luc, path))
    await addPhoto(ana, anas, 3)
    await addPhoto(luc, lucs, 4)
    await addPhoto(luc, lucs, 3)
    must(await saveOpenFile(ana, anas))
    must(await saveOpenFile(luc, lucs))
    const copies = [join(newFolder(), 'a.temoin'), join(newFolder(), 'l.temoin')] as const
    copyFileSync(anas.path, copies[0])
    copyFileSync(lucs.path, copies[1])
    must(await mergeFiles(ana, anas.workspace, [copies[1]], { dryRun: false, file: anas }))
    must(await mergeFiles(luc, lucs.workspace, [copies[0]], { dryRun: false, file: lucs }))
    must(await saveOpenFile(ana, anas))
    must(await saveOpenFile(luc, lucs))
    expect(await haveBytes(ana, anas)).toEqual([true, true, true, true])
    expect(Buffer.compare(readFileSync(anas.path), readFileSync(lucs.path))).toBe(0)
  })

  it('takes in what a colleague put into the same file meanwhile', async () => {
    const { environment: ana, file: anas } = await withPhotos()
    const luc = computer({ author: 'Luc' })
    const lucs = must(await openWorkspaceFile(luc, anas.path))
    await addPhoto(luc, lucs, 5)
    must(await saveOpenFile(luc, lucs))
    await addPhoto(ana, anas, 6)
    must(await saveOpenFile(ana, anas))
    expect(await haveBytes(ana, anas)).toEqual([true, true, true, true])
    expect((await blobsIn(ana.host.fs, anas.path)).size).toBe(4)
  })

  it('is refused where a byte of image or directory is wrong, and told apart from what it was', async () => {
    const { environment, file } = await withPhotos()
    const good = readFileSync(file.path)
    for (const at of [20_000, good.length - 60, good.length - 100, good.length - 10]) {
      const bytes = Buffer.from(good)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      writeFileSync(file.path, bytes)
      expect(problemOf(await openWorkspaceFile(environment, file.path)).code).toBe('workspace-damaged')
    }
    for (const bytes of [good.subarray(0, -1), good.subarray(0, 400_000), Buffer.concat([good, Buffer.alloc(1)])]) {
      writeFileSync(file.path, bytes)
      expect(problemOf(await openWorkspaceFile(environment, file.path))).toMatchObject({ what: 'length' })
    }
  })
})

describe('a damaged attachment', () => {
  it('does not keep the records from opening; a check names it', async () => {
    const { environment, file, photos } = await withPhotos()
    await damage(file.path, photos[0] ?? '')
    const luc = computer({ author: 'Luc' })
    const opened = must(await openWorkspaceFile(luc, file.path))
    expect(problemOf(await openAttachment(luc, opened.workspace.store, file.path, photos[0] ?? '')).code).toBe(
      'attachment-missing',
    )
    expect(await checkWorkspaceFile(environment, file.path)).toMatchObject({
      ok: false,
      attachments: 2,
      problems: [{ code: 'attachments-damaged', path: file.path, count: 1 }],
    })
  })

  it('is made good from the pool when the file is saved', async () => {
    const { environment, file, photos, id } = await withPhotos()
    await damage(file.path, photos[0] ?? '')
    must(file.workspace.change(id, [title('Comités')]))
    must(await saveOpenFile(environment, file))
    expect((await checkWorkspaceFile(environment, file.path)).problems).toEqual([])
  })

  it('that is whole nowhere never stops a save: it is missing from then on, and comes back with a colleague’s copy', async () => {
    const { file: anas, photos, id } = await withPhotos()
    const copy = join(newFolder(), 'copie.temoin')
    copyFileSync(anas.path, copy)
    await damage(anas.path, photos[0] ?? '')
    const luc = computer({ author: 'Luc' })
    const file = must(await openWorkspaceFile(luc, anas.path))
    must(file.workspace.change(id, [title('Comités')]))
    must(await saveOpenFile(luc, file))
    expect(file.lostBlobs).toBe(1)
    expect(await haveBytes(luc, file)).toEqual([false, true])
    expect((await checkWorkspaceFile(luc, file.path)).ok).toBe(true)
    must(await mergeFiles(luc, file.workspace, [copy], { dryRun: false, file }))
    must(await saveOpenFile(luc, file))
    expect(await haveBytes(luc, file)).toEqual([true, true])
    expect((await blobsIn(luc.host.fs, file.path)).size).toBe(2)
  })

  it('is left behind by a repair, which brings everything else', async () => {
    const { file, photos } = await withPhotos()
    await damage(file.path, photos[0] ?? '')
    const bytes = readFileSync(file.path)
    bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1
    writeFileSync(file.path, bytes)
    const luc = computer({ author: 'Luc' })
    const out = join(newFolder(), 'réparé.temoin')
    const checked = must(await checkFile(luc, file.path, out, false))
    expect(checked).toMatchObject({ ok: false, attachments: 2, repaired: out })
    const repaired = must(await openWorkspaceFile(luc, out))
    expect(await haveBytes(luc, repaired)).toEqual([false, true])
  })
})

describe('the generations of a file with attachments', () => {
  it('share its photos, and each of them opens with all of them', async () => {
    const { environment, file, id } = await withPhotos()
    for (const name of ['Un', 'Deux', 'Trois']) {
      must(file.workspace.change(id, [title(name)]))
      must(await saveOpenFile(environment, file))
    }
    const folder = join(environment.backupsFolder, file.workspace.store.header.id)
    const generations = readdirSync(folder).filter((name) => name.endsWith('.temoin'))
    expect(generations.length).toBe(4)
    for (const name of generations) expect(statSync(join(folder, name)).size).toBeLessThan(200_000)
    const restored = join(newFolder(), 'restauré.temoin')
    copyFileSync(join(folder, generations[3] ?? ''), restored)
    rmSync(file.path)
    const again = must(await openWorkspaceFile(environment, restored))
    expect(await haveBytes(environment, again)).toEqual([true, true])
    must(again.workspace.change(id, [title('Quatre')]))
    must(await saveOpenFile(environment, again))
    expect((await blobsIn(environment.host.fs, restored)).size).toBe(2)
  })
})

describe('a light copy', () => {
  it('has the records and not the bytes, stays light where it is worked in, and merges both ways', async () => {
    const { environment: ana, file: anas, photos, id } = await withPhotos()
    const path = join(newFolder(), 'légère.temoin')
    must(await writeCopy(ana, anas, path, { light: true }))
    expect(statSync(path).size).toBeLessThan(200_000)

    const light = must(await openWorkspaceFile(ana, path))
    must(light.workspace.change(id, [title('Écrit sur la copie légère')]))
    const own = await addPhoto(ana, light, 7)
    must(await saveOpenFile(ana, light))
    expect([...(await blobsIn(ana.host.fs, path)).keys()]).toEqual([own])

    const luc = computer({ author: 'Luc' })
    const lucs = must(await openWorkspaceFile(luc, path))
    expect(await haveBytes(luc, lucs)).toEqual([false, false, true])

    must(await mergeFiles(ana, anas.workspace, [path], { dryRun: false, file: anas }))
    must(await saveOpenFile(ana, anas))
    expect([...(await blobsIn(ana.host.fs, anas.path)).keys()]).toEqual([...photos, own])

    const later = await addPhoto(ana, anas, 8)
    must(await saveOpenFile(ana, anas))
    must(await mergeFiles(luc, lucs.workspace, [anas.path], { dryRun: false, file: lucs }))
    must(await saveOpenFile(luc, lucs))
    expect([...(await blobsIn(luc.host.fs, path)).keys()]).toEqual([own, later])
    expect(lucs.workspace.store.changeIds()).toEqual(anas.workspace.store.changeIds())
  })

  it('of a workspace without attachments is the workspace', async () => {
    const environment = computer({ author: 'Ana' })
    const file = await newWorkspace(environment)
    const path = join(newFolder(), 'copie.temoin')
    must(await writeCopy(environment, file, path, { light: false }))
    expect(Buffer.compare(readFileSync(path), readFileSync(file.path))).toBe(0)
  })
})
