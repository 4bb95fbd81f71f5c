import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { dismiss, dismissNamed, notify, say, useNotices } from '../../../src/renderer/ui/notices.ts'

beforeEach(() => {
  vi.useFakeTimers()
  useNotices.setState({ notices: [] })
})
afterEach(() => {
  vi.useRealTimers()
})

const shown = () => useNotices.getState().notices.map(({ text }) => say(text, (key) => key))

describe('a notice', () => {
  test('leaves by itself, unless one has to look at it', () => {
    notify({ text: 'Three records deleted.' })
    notify({ text: 'The stick is full.', tone: 'look' })
    vi.advanceTimersByTime(60_000)
    expect(shown()).toEqual(['The stick is full.'])
  })

  test('takes the place of the one before about the same matter', () => {
    notify({ name: 'save', text: 'The stick is full.', tone: 'look' })
    notify({ name: 'save', text: 'The stick is gone.', tone: 'look' })
    notify({ text: 'Copied.' })
    notify({ text: 'Copied.' })
    expect(shown()).toEqual(['The stick is gone.', 'Copied.'])
  })

  test('is gone when it is dismissed or dealt with', () => {
    dismiss(notify({ text: 'Copied.' }))
    notify({ name: 'your-name', text: (t) => t('app:yourName.ask'), tone: 'look' })
    expect(shown()).toEqual(['app:yourName.ask'])
    dismissNamed('your-name')
    expect(shown()).toEqual([])
  })

  test('never stands in a crowd', () => {
    for (let index = 0; index < 10; index += 1) notify({ text: `Notice ${index}` })
    expect(shown()).toEqual(['Notice 6', 'Notice 7', 'Notice 8', 'Notice 9'])
  })
})
