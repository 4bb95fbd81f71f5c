import { describe, expect, it } from 'vitest'
import { nearest } from '../../../src/renderer/subject/suggest/nearest.ts'
import { suggestionAct } from '../../../src/renderer/subject/suggest/suggestion-keys.ts'

describe('the keys of a suggestion', () => {
  it('accept it with a strength, reject it, and walk along the row without leaving it', () => {
    const acts = ['1', '2', '3', 'Delete', 'Backspace', 'ArrowRight', 'ArrowLeft', 'Home', 'End', 'Enter', '4', 'x']
    expect(acts.map((key) => suggestionAct(key, 2, 3))).toEqual([
      { do: 'accept', strength: 'principal' },
      { do: 'accept', strength: 'significant' },
      { do: 'accept', strength: 'mentioned' },
      { do: 'reject' },
      { do: 'reject' },
      { do: 'move', to: 2 },
      { do: 'move', to: 1 },
      { do: 'move', to: 0 },
      { do: 'move', to: 2 },
      null,
      null,
      null,
    ])
  })
})

describe('the words of a suggestion on screen', () => {
  it.each([
    [0, 0],
    [9, 7],
    [14, 20],
    [99, 20],
  ])('read at %i are found nearest to there, at %i', (at, found) => {
    expect(nearest('puits, puits et bon puits', 'puits', at)).toBe(found)
  })

  it('are told to be gone', () => {
    expect(nearest('plus rien', 'puits', 3)).toBe(-1)
  })
})
