import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isLang, LANGS } from '../src/core/model/lang.ts'
import { suggestTags } from '../src/core/suggest/suggest-tags.ts'
import { busy, calibrate, percentile, timed } from './support/calibration.ts'
import { SDG_PASSAGES, type SdgPassage } from './support/sdg-passages.ts'
import { FRENCH_KEPT_APART, FRENCH_TO_LOOK_AT } from './support/sdg-passages-fr.ts'

// node bench/suggest.ts [DATA]      DATA: a folder with sdg_dev.jsonl, {"text","lang","labels","source"} a line

const before = calibrate()
const first = timed(() => suggestTags('Water', 'en'))
for (const lang of LANGS) measureTime(lang)
console.log(`longest of 412 texts of 2,000 characters: ${round(longest())} ms`)
console.log(`first answer, with reading the weights: ${round(first)} ms`)

quality('own passages', SDG_PASSAGES)
for (const lang of LANGS)
  quality(
    `own passages, ${lang}`,
    SDG_PASSAGES.filter((passage) => passage.lang === lang),
  )

quality('French of reports, looked at', FRENCH_TO_LOOK_AT)
quality('French of reports, kept apart', FRENCH_KEPT_APART)

const dev = process.argv[2] === undefined ? '' : join(process.argv[2], 'sdg_dev.jsonl')
if (existsSync(dev)) {
  const bySource = Map.groupBy(readRows(dev), ({ source }) => source)
  for (const [source, rows] of bySource) quality(source, rows)
  quality(
    'rows of goal 17',
    readRows(dev).filter(({ goals }) => goals.includes(17)),
  )
}
console.log(`J ${round(before)} ms before, ${round(calibrate())} ms after`)

/** Answers for texts of 2,000 characters, each of them another. */
function measureTime(lang: (typeof LANGS)[number]): void {
  const stories = SDG_PASSAGES.filter((passage) => passage.lang === lang).map(({ text }) => text)
  const texts = stories.map((_, at) => [...stories.slice(at), ...stories.slice(0, at)].join('\n').slice(0, 2000))
  for (let round = 0; round < 20; round++) for (const text of texts) suggestTags(text, lang)
  const wall = texts.flatMap((text) => Array.from({ length: 20 }, () => timed(() => suggestTags(text, lang))))
  const work = busy(() => {
    for (let round = 0; round < 20; round++) for (const text of texts) suggestTags(text, lang)
  })
  console.log(
    `2,000 characters, ${lang}: p50 ${round(percentile(wall, 50))}, p95 ${round(percentile(wall, 95))} ms; ` +
      `processor ${round(work / texts.length / 20)} ms each`,
  )
}

/** The longest time that one of 412 records holds up everybody else. */
function longest(): number {
  const story = SDG_PASSAGES.map(({ text }) => text).join('\n')
  const texts = Array.from({ length: 412 }, (_, at) => story.slice(at * 20, at * 20 + 2000))
  return Math.max(...texts.map((text) => timed(() => suggestTags(text, 'en'))))
}

/** How often the best goal is right, the right ones are among the best three, and what is proposed is right. */
function quality(name: string, passages: readonly SdgPassage[]): void {
  let best = 0
  let recall = 0
  let proposed = 0
  let rightly = 0
  let found = 0
  for (const { text, lang, goals } of passages) {
    const answer = suggestTags(text, lang).goals
    const order = answer.map(({ sdg }) => Number(sdg))
    const shown = answer.filter(({ suggested }) => suggested).map(({ sdg }) => Number(sdg))
    if (order[0] !== undefined && goals.includes(order[0])) best += 1
    recall += goals.filter((goal) => order.slice(0, 3).includes(goal)).length / goals.length
    proposed += shown.length
    rightly += shown.filter((goal) => goals.includes(goal)).length
    found += goals.filter((goal) => shown.includes(goal)).length / goals.length
  }
  const all = passages.length
  console.log(
    `${name} (${all}): top-1 ${share(best / all)}, recall@3 ${share(recall / all)}; proposed ${round(proposed / all)} a text, ` +
      `precision ${share(rightly / proposed)}, recall ${share(found / all)}`,
  )
}

type Row = SdgPassage & { readonly source: string }

function readRows(path: string): readonly Row[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { text: string; lang: string; labels: number[]; source: string })
    .flatMap(({ text, lang, labels, source }) => (isLang(lang) ? [{ text, lang, goals: labels, source }] : []))
}

function share(value: number): string {
  return value.toFixed(3)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
