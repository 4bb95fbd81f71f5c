// Run after npm has written package-lock.json. npm leaves out the other systems' builds of a tool when the registry it
// asked does not offer them, and then `npm ci` refuses the lock on every system. This names them again, at the exact
// version their tool asks for; npm checks them by name and version on the systems that install them.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup/paths.mjs'
import { say } from './setup/say.mjs'

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const PROCESSORS = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64']

const file = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const missing = Object.values(lock.packages)
  .flatMap((tool) => Object.entries(tool.optionalDependencies ?? {}))
  .filter(([name]) => !(`node_modules/${name}` in lock.packages))

for (const [name, version] of missing) lock.packages[`node_modules/${name}`] = entryFor(name, version)
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
say(`package-lock.json: ${missing.length} builds for other systems named.`)

/**
 * What npm would have written, as far as the name tells: `@tool/binding-linux-arm64-musl`.
 * @param {string} name
 * @param {string} version
 */
function entryFor(name, version) {
  const words = name.split('/').at(-1)?.split('-') ?? []
  const os = SYSTEMS.find((system) => words.includes(system))
  const cpu = PROCESSORS.find((processor) => words.includes(processor))
  const libc = name.includes('musl') ? 'musl' : name.includes('-gnu') ? 'glibc' : undefined
  if (!os || !cpu || !/^\d/.test(version)) throw new Error(`Add ${name}@${version} to the lock file by hand.`)
  return { version, cpu: [cpu], dev: true, ...(libc && { libc: [libc] }), optional: true, os: [os] }
}
