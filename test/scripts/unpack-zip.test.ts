import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { unpackZip } from '../../scripts/setup/unpack-zip.mjs'

const bytes = (text: string) => new TextEncoder().encode(text)
const story = 'Les volontaires ont replanté la mangrove. '.repeat(500)
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'temoin-zip-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function zipOf(files: Zippable): string {
  const zip = join(folder, 'a.zip')
  writeFileSync(zip, zipSync(files))
  return zip
}

it('unpacks packed, stored and empty files under the names they are given', async () => {
  const zip = zipOf({
    'App/story.txt': bytes(story),
    'App/stored.txt': [bytes('as it is'), { level: 0 }],
    'App/empty': new Uint8Array(),
    'App/left/out.txt': bytes('no'),
  })
  const out = join(folder, 'out')
  await unpackZip(zip, out, (name) => (name.startsWith('App/left/') ? undefined : name.replace('App/', 'b/')))
  expect(readFileSync(join(out, 'b/story.txt'), 'utf8')).toBe(story)
  expect(readFileSync(join(out, 'b/stored.txt'), 'utf8')).toBe('as it is')
  expect(statSync(join(out, 'b/empty')).size).toBe(0)
  expect(statSync(join(out, 'b/left'), { throwIfNoEntry: false })).toBeUndefined()
})

it.skipIf(process.platform === 'win32')('keeps a program a program', async () => {
  const zip = zipOf({ run: [bytes('#!/bin/sh'), { os: 3, attrs: 0o100755 << 16 }] })
  await unpackZip(zip, folder, (name) => name)
  expect(statSync(join(folder, 'run')).mode & 0o777).toBe(0o755)
})

it('refuses a name that leads out of its folder', async () => {
  const zip = zipOf({ '../escaped.txt': bytes('out') })
  await expect(unpackZip(zip, join(folder, 'out'), (name) => name)).rejects.toThrow('outside its folder')
})

it('refuses an archive that is cut short or is none', async () => {
  const zip = zipOf({ 'story.txt': bytes(story) })
  writeFileSync(zip, readFileSync(zip).subarray(0, 60))
  await expect(unpackZip(zip, folder, (name) => name)).rejects.toThrow('not a zip')
})
