import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDERS = ['source', 'target', 'omegat', 'glossary', 'tm', 'dictionary']
/** Whatever hangs, it is not waited for longer. */
const LIMIT_MS = 240_000

/** Everything OmegaT writes into its memory that is no word: tags of its own, and characters that XML escapes. */
const NO_WORD = /&lt;\/?[a-z]+\d+\/?&gt;|&[a-z]+;|&#\d+;/g

/** A project of the real OmegaT, worked on from the command line as its window would. */
export type OmegatProject = {
  /** Lets a translator go through a file who writes every word in capitals, and returns the file as OmegaT gives it back. */
  readonly capitals: (name: string, xliff: string) => Promise<string>
}

/** Makes a project in a folder, with sentences as segments or whole paragraphs. */
export function makeProject(folder: string, { sentences }: { readonly sentences: boolean }): OmegatProject {
  for (const name of FOLDERS) mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'omegat.project'), projectFile(sentences))
  return {
    async capitals(name, xliff) {
      writeFileSync(join(folder, 'source', name), xliff)
      const memory = join(folder, 'pseudo.tmx')
      await omegat(folder, [
        'createpseudotranslatetmx',
        `--pseudotranslatetmx=${memory}`,
        '--pseudotranslatetype=equal',
      ])
      writeFileSync(join(folder, 'omegat', 'project_save.tmx'), inCapitals(readFileSync(memory, 'utf8')))
      await omegat(folder, ['translate'])
      return readFileSync(join(folder, 'target', name), 'utf8')
    },
  }
}

/** The translations of a memory in capitals; its sources as they are. */
function inCapitals(memory: string): string {
  return memory.replace(/(<tuv lang="EN">\s*<seg>)([^<]*)/g, (_, before: string, segment: string) => {
    const tags = [...segment.matchAll(NO_WORD), null]
    let from = 0
    const parts = tags.map((tag) => {
      const words = segment.slice(from, tag?.index).toUpperCase()
      from = (tag?.index ?? 0) + (tag?.[0].length ?? 0)
      return words + (tag?.[0] ?? '')
    })
    return before + parts.join('')
  })
}

function omegat(folder: string, [mode = '', ...rest]: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('omegat', [folder, `--mode=console-${mode}`, ...rest], {
      // Its settings and its log stay out of the person's own folder.
      env: { ...process.env, HOME: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: LIMIT_MS,
    })
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`omegat ended with ${code}: ${errors}`))))
  })
}

function projectFile(sentences: boolean): string {
  const folders = ['source_dir', 'target_dir', 'tm_dir', 'glossary_dir', 'glossary_file', 'dictionary_dir']
  const defaults = folders.map((name) => `<${name}>__DEFAULT__</${name}>`).join('')
  const manners = '<support_default_translations>true</support_default_translations><remove_tags>false</remove_tags>'
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">${defaults}<source_lang>FR</source_lang><target_lang>EN</target_lang>
<sentence_seg>${sentences}</sentence_seg>${manners}</project></omegat>
`
}
