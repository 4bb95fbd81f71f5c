import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import type { Bug, Catcher } from './bug.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
/** What the tests of the engine and the core need of the project. */
const NEEDED = ['src', 'test', 'locales', 'resources', 'package.json', 'tsconfig.json', 'vitest.config.ts']
/** For a bug that makes something run for ever. */
const LIMIT = 10 * 60_000

/** What running a catcher came to: who failed first; undefined where all was well. */
export type Noticed = { readonly by: string } | undefined

/** A copy of the project in which bugs can be planted, one at a time. */
export type Scratch = {
  readonly plant: (bug: Bug, act: () => Promise<Noticed>) => Promise<Noticed>
  readonly run: (catcher: Catcher) => Promise<Noticed>
}

/** Makes a copy of the project in a folder. */
export function makeScratch(folder: string): Scratch {
  mkdirSync(folder, { recursive: true })
  for (const name of NEEDED) cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  return {
    run: (catcher) => runCatcher(folder, catcher),
    async plant(bug, act) {
      const path = join(folder, 'src', bug.file)
      const source = readFileSync(path, 'utf8')
      writeFileSync(path, planted(bug, source))
      try {
        return await act()
      } finally {
        writeFileSync(path, source)
      }
    },
  }
}

/**
 * The source with the bug in it.
 *
 * @throws where its place is not there exactly once, or where what comes of it is no program
 */
function planted({ bug, file, from, to, also }: Bug, source: string): string {
  const changed = [{ from, to }, ...(also ? [also] : [])].reduce((text, edit) => {
    const places = text.split(edit.from).length - 1
    if (places !== 1) throw new Error(`the place of this bug is ${places} times in src/${file}: ${bug}`)
    return text.replace(edit.from, () => edit.to)
  }, source)
  stripTypeScriptTypes(changed)
  return changed
}

async function runCatcher(folder: string, catcher: Catcher): Promise<Noticed> {
  return 'proof' in catcher ? runProof(folder, catcher.proof, catcher.cases) : runTest(folder, catcher)
}

async function runProof(folder: string, name: string, cases: number): Promise<Noticed> {
  const script = join(folder, 'test', 'reliability', `${name}.ts`)
  const { code, errors } = await run(folder, [script, '--count', String(cases)])
  if (code === 0) return undefined
  return { by: `the proof ${name}: ${errors.split('\n')[0]?.slice(0, 160) || `it ended with ${code}`}` }
}

async function runTest(folder: string, { test, named }: Extract<Catcher, { test: string }>): Promise<Noticed> {
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const only = named === undefined ? [] : ['-t', named]
  const vitest = join(folder, 'node_modules', 'vitest', 'vitest.mjs')
  // A computer that is busy must not look like one that has noticed something.
  const args = ['run', test, ...only, '--bail=1', `--testTimeout=${LIMIT}`, '--reporter=json', `--outputFile=${report}`]
  const { code, errors } = await run(folder, [vitest, ...args])
  const told = readReport(report)
  if (!told) return { by: `${test}: ${errors.trim().split('\n')[0] || `it ended with ${code}`}` }
  const failed = told.testResults.flatMap((file) => file.assertionResults).find(({ status }) => status === 'failed')
  if (failed) return { by: `${test}: ${failed.fullName.trim()}` }
  if (code !== 0) return { by: `${test}: it does not get as far as its tests` }
  if (told.numPassedTests === 0) throw new Error(`there is no test named "${named}" in ${test}`)
  return undefined
}

type Report = {
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

function readReport(path: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report
  } catch {
    return undefined
  }
}

/** Runs a program of Node in the copy, and stops it, alone, where it does not end. */
function run(folder: string, args: readonly string[]): Promise<{ readonly code: number; readonly errors: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => {
      if (errors.length < 10_000) errors += chunk.toString('utf8')
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT)
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ code: code ?? 1, errors })
    })
  })
}
