import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findLockFaults, type Lock } from './support/lock-faults.ts'
import { root } from './support/source-files.ts'

const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'))

describe('package-lock.json', () => {
  it('can be installed with npm ci on every system', () => {
    expect(findLockFaults(read('package.json'), read('package-lock.json') as Lock)).toEqual([])
  })
})

describe('the check of the lock', () => {
  const tool = { version: '2.0.0', optionalDependencies: { '@tool/darwin-arm64': '2.0.0' } }

  it('sees the build of another system that is not named', () => {
    const lock = { packages: { '': { devDependencies: { tool: '2.0.0' } }, 'node_modules/tool': tool } }
    expect(findLockFaults({ devDependencies: { tool: '2.0.0' } }, lock)).toEqual([
      '@tool/darwin-arm64 of node_modules/tool is not named: run node scripts/complete-lock.mjs',
    ])
  })

  it('sees a dependency that was added to package.json alone', () => {
    const lock = { packages: { '': { dependencies: {} } } }
    expect(findLockFaults({ dependencies: { yjs: '13.6.33' } }, lock)).toEqual([
      'dependencies differ between package.json and the lock: run npm install',
    ])
  })

  it('sees an address that ties the lock to one registry', () => {
    const lock = {
      packages: { '': {}, 'node_modules/yjs': { version: '1', resolved: 'https://mirror.example/yjs.tgz' } },
    }
    expect(findLockFaults({}, lock)).toEqual(['node_modules/yjs names the registry it came from'])
  })
})
