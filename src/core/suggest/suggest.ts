import type { Lang } from '../model/lang.ts'
import { isSdgCode } from '../taxonomy/sdgs.ts'
import { type Contribution, contributionsOf, evidenceOf } from './evidence.ts'
import { type NamedCode, type ReadText, readText } from './read-text.ts'
import type { Suggestion, Suggestions } from './suggestion.ts'
import { GOALS, loadWeights, type Weights } from './weights.ts'

/** Where a goal’s score begins to count as a suggestion: about two a passage, where published comparisons agree best with readers. */
const SHOWN_FROM = 0.15

/** Much more than any page; what comes after it is not read, so that no text can hold up the person who writes. */
const LONGEST_READ = 200_000

const MOST_GOALS = 5
const MOST_SUGGESTED = 3
const MOST_TARGETS = 5
const LEAST_SCORE = 0.00005
const READERS = 3
/** Makes the model as sure as it is right, on passages it had not seen. */
const TEMPERATURE = 0.9
/** How much must speak for a target before it is likelier than "the goal, but no target of it". */
const NO_TARGET = Math.exp(1)
const CLEAR_TARGET = 0.35

/**
 * The goals and targets that a text seems to be about, best first, each with the words that say so. The same text always
 * gives the same answer; what nothing in the text speaks for is never in it, so it is empty for a text without meaning.
 */
export function suggestSdgs(text: string, lang: Lang): Suggestions {
  const weights = loadWeights()
  const read = text.length > LONGEST_READ ? text.slice(0, LONGEST_READ) : text
  const found = readText(read, lang, weights)
  const goals = suggestGoals(read, found, weights)
  return { goals, targets: suggestTargets(read, found, goals, weights), read: read.length }
}

function suggestGoals(text: string, found: ReadText, weights: Weights): readonly Suggestion[] {
  const { features, codes } = found
  const logits = Float64Array.from({ length: GOALS }, (_, goal) => weights.bias[goal] ?? 0)
  for (const { name, value } of features) {
    const known = weights.of(name)
    if (known)
      for (let goal = 0; goal < GOALS; goal++) logits[goal] = (logits[goal] ?? 0) + value * (known.goals[goal] ?? 0)
  }
  const namedBy = logits.map((_, goal) => strongest(named(codes, isOf(goal))))
  const scores = shares(logits.map((logit, goal) => (logit + (namedBy[goal] ?? 0)) / TEMPERATURE))
  return Array.from(scores, (share, goal) => ({ goal, score: 1 - (1 - share) ** READERS }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score || a.goal - b.goal)
    .map(({ goal, score }) => ({ goal, score, because: evidenceOf(text, reasonsFor(goal, found, weights)) }))
    .filter(({ because }) => because.length > 0)
    .slice(0, MOST_GOALS)
    .map(({ goal, score, because }, rank) => ({
      sdg: String(goal + 1),
      score: rounded(score),
      suggested: score >= SHOWN_FROM && rank < MOST_SUGGESTED,
      because,
    }))
}

function reasonsFor(goal: number, { features, codes }: ReadText, weights: Weights): readonly Contribution[] {
  return [...contributionsOf(features, (name) => weights.of(name)?.goals[goal] ?? 0), ...named(codes, isOf(goal))]
}

function isOf(goal: number): (code: string) => boolean {
  return (code) => Number.parseInt(code, 10) === goal + 1
}

function suggestTargets(
  text: string,
  { features, codes }: ReadText,
  goals: readonly Suggestion[],
  weights: Weights,
): readonly Suggestion[] {
  return goals
    .filter((goal) => goal.suggested)
    .flatMap((goal) => {
      const targets = weights.targets[Number(goal.sdg) - 1] ?? []
      const reasons = targets.map((target) => [
        ...contributionsOf(features, (name) => target.features.get(name) ?? 0),
        ...named(codes, (code) => code === target.code),
      ])
      const strengths = reasons.map((parts) => Math.exp(parts.reduce((sum, { weight }) => sum + weight, 0)))
      const all = strengths.reduce((sum, strength) => sum + strength - 1, NO_TARGET)
      return targets.map((target, at) => {
        const clarity = ((strengths[at] ?? 1) - 1) / all
        return { sdg: target.code, clarity, score: goal.score * clarity, because: evidenceOf(text, reasons[at] ?? []) }
      })
    })
    .filter(({ score, because }) => score >= 0.05 && because.length > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_TARGETS)
    .map(({ sdg, clarity, score, because }) => ({
      sdg,
      score: rounded(score),
      suggested: clarity >= CLEAR_TARGET,
      because,
    }))
}

/** What it adds that goals or targets are named: once by their own numbers, and once by those of older goals. */
function named(codes: readonly NamedCode[], isMeant: (code: string) => boolean): readonly Contribution[] {
  const meant = codes.filter(({ code }) => isSdgCode(code) && isMeant(code))
  return [...Map.groupBy(meant, ({ via }) => via)].map(([via, places]) => ({
    places: places.map(({ start, end }) => ({ start, end, share: 1 })),
    weight: Math.max(...places.map(({ weight }) => weight)),
    ...(via ? { via } : {}),
  }))
}

function strongest(contributions: readonly Contribution[]): number {
  return contributions.reduce((most, { weight }) => Math.max(most, weight), 0)
}

/** Shares of one that say how likely each of several is (softmax). */
function shares(logits: Float64Array): Float64Array {
  const highest = Math.max(...logits)
  const powers = logits.map((logit) => Math.exp(logit - highest))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

function rounded(score: number): number {
  return Math.round(score * 10_000) / 10_000
}
