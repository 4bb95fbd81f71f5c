import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { outFolder } from '../../scripts/setup/paths.mjs'

/** Records in three languages as a programme would have them, in the form the command line imports. */
export const STORIES = [
  {
    id: 'CRUE-1',
    kind: 'case-study',
    lang: 'fr',
    title: 'À Sokodé, des voisines donnent l’alerte avant la crue',
    summary:
      'Quarante volontaires relèvent chaque soir le niveau de la rivière et préviennent le quartier par téléphone.',
    fields: { results: 'En 2024, personne n’a été surpris par l’eau. **Les jeunes** ont fait le tour des maisons.' },
    sdgs: ['13.1', '11.5'],
    themes: ['disaster-risk-reduction'],
    countries: ['TGO'],
    period: { from: '2023', to: '2024' },
    translations: { en: { title: 'In Sokodé, neighbours raise the alarm before the flood' } },
  },
  {
    id: 'CRUE-2',
    kind: 'lesson',
    lang: 'es',
    title: 'Sin relevo, la brigada de inundaciones se agota en una semana',
    summary: 'Los turnos de doce horas parecían un esfuerzo razonable. Al quinto día quedaba la mitad.',
    fields: { lesson: 'Planificar el relevo desde el primer día.' },
    sdgs: ['3.4'],
    countries: ['PER'],
  },
  {
    id: 'LIRE-1',
    kind: 'innovation',
    lang: 'en',
    title: 'A library in a box that travels on the school bus',
    summary: 'Volunteers swap forty books a week between nine villages; the driver keeps the list.',
    fields: { solution: 'One box, one list, one bus.' },
    sdgs: ['4.6', '4.1'],
    countries: ['KEN'],
  },
] as const

/** Makes a workspace with these records and answers its path. */
export function makeWorkspace(
  folder: string,
  records: readonly object[] = STORIES,
  name = 'Crues et lectures',
): string {
  const file = join(folder, 'crues.temoin')
  temoin('init', file, '--name', name, '--lang', 'fr')
  if (records.length > 0) {
    const source = join(folder, 'records.jsonl')
    writeFileSync(source, `${records.map((record) => JSON.stringify(record)).join('\n')}\n`)
    temoin('import', file, source)
  }
  return file
}

/** Runs the built command line and answers what it wrote. */
export function temoin(...args: readonly string[]): string {
  return execFileSync(process.execPath, [join(outFolder, 'main', 'cli.cjs'), ...args], { encoding: 'utf8' })
}
