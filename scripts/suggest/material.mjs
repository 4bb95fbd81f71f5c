import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LANGS } from '../../src/core/model/lang.ts'
import { SDG_GOALS } from '../../src/core/taxonomy/sdgs.ts'

/** Everything weights are learnt from, as rows `{ text, lang, goal, weight }`; names also say their target. */
export function readMaterial(folder) {
  const rows = readFileSync(join(folder, 'sdg_train.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .map(({ text, lang, labels }) => ({ text, lang, goal: labels[0], weight: lang === 'en' ? 2.5 : 1 }))
  const official = JSON.parse(readFileSync(join(folder, 'sdg_goals_targets.json'), 'utf8'))
  return { rows, names: [...official.flatMap(namesOf), ...SDG_GOALS.flatMap(labelsOf)], sentences: readSentences() }
}

function namesOf({ goal, short, title, targets }) {
  return LANGS.flatMap((lang) => [
    { text: `${short[lang]}. ${title[lang]}`, lang, goal, weight: 1 },
    ...targets.map((target) => ({ text: target.title[lang], lang, goal, target: target.target, weight: 1 })),
  ])
}

function labelsOf({ goal, label, targets }) {
  return LANGS.flatMap((lang) => [
    { text: label[lang], lang, goal, weight: 1 },
    ...targets.map((target) => ({ text: target.label[lang], lang, goal, target: target.code, weight: 1 })),
  ])
}

/** Our own sentences: `goal|lang|text`. */
function readSentences() {
  const lines = JSON.parse(readFileSync('resources/suggest/sentences.json', 'utf8'))
  return lines.map((line) => {
    const [goal, lang, text] = line.split('|')
    return { text, lang, goal: Number(goal), weight: 1.5 }
  })
}
