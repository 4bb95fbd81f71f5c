import { expect, it } from 'vitest'
import { flushAll, onFlush } from '../../../src/renderer/app/flush.ts'

it('waits for what an editor hands on to its record, whichever of the two registered first', async () => {
  const typed = ['Trente volontaires']
  const waiting: string[] = []
  const sent: string[] = []
  const record = onFlush(async () => {
    const taken = waiting.splice(0)
    await Promise.resolve()
    sent.push(...taken)
  })
  const editor = onFlush(async () => {
    waiting.push(...typed.splice(0))
  })
  const failing = onFlush(() => Promise.reject(new Error('the engine is away')))
  await flushAll()
  expect(sent).toEqual(['Trente volontaires'])
  for (const forget of [record, editor, failing]) forget()
})
