import { expect, it } from 'vitest'
import { flushAll, onFlush } from '../../../src/renderer/app/flush.ts'

it('everything unsent is sent and waited for, even beside something that fails, until it is taken back', async () => {
  const sent: string[] = []
  const stops = [
    onFlush(async () => {
      await Promise.resolve()
      sent.push('title')
    }),
    onFlush(() => Promise.reject(new Error('The engine is gone.'))),
    onFlush(async () => {
      await Promise.resolve()
      sent.push('body')
    }),
  ]
  await flushAll()
  expect(sent).toEqual(['title', 'body'])
  for (const stop of stops) stop()
  await flushAll()
  expect(sent).toEqual(['title', 'body'])
})
