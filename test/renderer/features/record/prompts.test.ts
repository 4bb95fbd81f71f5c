import { describe, expect, it } from 'vitest'
import { choosePrompt, countWords } from '../../../../src/renderer/features/record/prompts.ts'

const none = () => false

describe('quality prompts', () => {
  it('whisper one question while a section that says little is being written', () => {
    expect(choosePrompt('', true, none)).toBe('first')
    expect(choosePrompt('Les anciens ont choisi le lieu.', true, none)).toBe('first')
  })

  it('fall silent when the section says enough, or nobody is writing there', () => {
    expect(choosePrompt('mot '.repeat(25), true, none)).toBeNull()
    expect(choosePrompt('', false, none)).toBeNull()
  })

  it('never come back once waved away; the second waits for a beginning', () => {
    const firstGone = (prompt: string) => prompt === 'first'
    expect(choosePrompt('', true, firstGone)).toBeNull()
    expect(choosePrompt('Les anciens ont choisi.', true, firstGone)).toBe('second')
    expect(choosePrompt('Les anciens ont choisi.', true, () => true)).toBeNull()
  })

  it('count words as the three languages write them', () => {
    expect(countWords('L’école rouvre aujourd’hui : 30 élèves.')).toBe(5)
    expect(countWords('¿Quién lo aprendió? — ¡Nadie!')).toBe(4)
    expect(countWords('well-being')).toBe(1)
  })
})
