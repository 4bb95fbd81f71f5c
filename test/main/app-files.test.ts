import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { appFileName, serveAppFile } from '../../src/main/app-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'temoin-app-files-'))
const root = join(folder, 'renderer')
mkdirSync(join(root, 'assets'), { recursive: true })
writeFileSync(join(root, 'index.html'), '<!doctype html><title>Temoin</title>')
writeFileSync(join(root, 'assets', 'index-D1x_.js'), 'export {}')
writeFileSync(join(root, 'notes.txt'), 'not for the window')
writeFileSync(join(folder, 'secret.html'), 'secret')
symlinkSync(join(folder, 'secret.html'), join(root, 'assets', 'link.html'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the interface’s own files', () => {
  test('come with their type and the policy', async () => {
    const answer = await serveAppFile(root, 'temoin://app/assets/index-D1x_.js')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await answer.text()).toBe('export {}')
  })

  test('an address without a name is the page itself', () => {
    expect(appFileName('temoin://app/')).toBe('index.html')
    expect(appFileName('temoin://app/?x#y')).toBe('index.html')
  })
})

describe('anything else', () => {
  test.each([
    'temoin://app/../secret.html',
    'temoin://app/..%2fsecret.html',
    'temoin://app/%2e%2e/secret.html',
    'temoin://app/assets/../../secret.html',
    'temoin://app/assets/..%5c..%5csecret.html',
    'temoin://app/..\\secret.html',
    'temoin://app//etc/passwd',
    'temoin://app/%2fetc%2fpasswd',
    'temoin://app/C:/Windows/win.ini',
    'temoin://app/index.html%00.js',
    'temoin://app/index.html\u0000',
    'temoin://app/.hidden.html',
    'temoin://app/assets/',
    'temoin://app/notes.txt',
    'temoin://app/missing.html',
    'temoin://app/assets/link.html',
    'temoin://print/index.html',
    'temoin://appx/index.html',
    'file:///etc/passwd',
  ])('%s is not found, and carries no content', async (address) => {
    const answer = await serveAppFile(root, address)
    expect([answer.status, await answer.text()]).toEqual([404, ''])
  })
})
