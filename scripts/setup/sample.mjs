import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandLineProgram, hashOf } from './build.mjs'
import { outFolder, root } from './paths.mjs'
import { run } from './processes.mjs'
import { Stop, say } from './say.mjs'

const sourceFolder = join(root, 'resources', 'sample')
const sampleFolder = join(outFolder, 'sample')
const stampFile = join(sampleFolder, '.made-from')

/** The sample workspace that the app opens when it is given none. */
export const sampleFile = join(sampleFolder, 'sample.temoin')

/**
 * Makes the sample workspace from `resources/sample` with the command line, when it is missing or its sources changed.
 * A sample somebody has written in is theirs and stays as it is.
 */
export async function ensureSample() {
  const wanted = hashOf(['resources/sample'])
  const made = readStamp()
  if (existsSync(sampleFile)) {
    if (made?.from === wanted) {
      say('Sample workspace: in place.')
      return sampleFile
    }
    if (made?.file !== hashOfFile(sampleFile)) {
      say('Sample workspace: you have worked in it, so it stays as it is. Delete out/sample to have the newer one.')
      return sampleFile
    }
  }
  say('Sample workspace: making it from resources/sample.')
  rmSync(sampleFolder, { recursive: true, force: true })
  mkdirSync(sampleFolder, { recursive: true })
  const { name, lang } = JSON.parse(readFileSync(join(sourceFolder, 'workspace.json'), 'utf8'))
  await temoin('init', sampleFile, '--name', name[lang], '--lang', lang)
  const sources = readdirSync(sourceFolder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(sourceFolder, name))
  const brief = join(sampleFolder, 'brief.jsonl')
  writeFileSync(
    brief,
    `${JSON.stringify(briefLine(JSON.parse(readFileSync(join(sourceFolder, 'brief.json'), 'utf8'))))}\n`,
  )
  await temoin('import', sampleFile, ...sources, brief, '--as', 'Temoin')
  rmSync(brief)
  writeFileSync(stampFile, JSON.stringify({ from: wanted, file: hashOfFile(sampleFile) }))
  return sampleFile
}

/**
 * The brief as a line for import: its source keeps the three languages of a text together, a line keeps each version whole.
 *
 * @param {Record<string, any>} brief
 */
function briefLine({ id, lang, records, ...texts }) {
  /** @param {string} version */
  const inLanguage = (version) =>
    Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text[version]]))
  const others = ['en', 'fr', 'es'].filter((version) => version !== lang)
  const translations = Object.fromEntries(others.map((version) => [version, inLanguage(version)]))
  return { kind: 'brief', id, lang, records, ...inLanguage(lang), translations }
}

/**
 * @param {readonly string[]} args
 */
async function temoin(...args) {
  const { code, output } = await run(process.execPath, [commandLineProgram, ...args], { quiet: true })
  if (code === 0) return
  throw new Stop(
    `the sample workspace could not be made.\n${output.trim()}`,
    'this is a fault in the sources of this checkout: go back to a commit that works, or correct resources/sample.',
  )
}

/** @returns {{ from: string, file: string } | undefined} */
function readStamp() {
  return existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : undefined
}

/**
 * @param {string} file
 */
function hashOfFile(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
