import { expect, it } from 'vitest'
import { flushAll, onFlush, onHandOn } from '../../../src/renderer/app/flush.ts'

it('what an editor holds is handed on before its record sends, whichever of them was there first', async () => {
  const typed = ['Trente volontaires']
  const waiting: string[] = []
  const sent: string[] = []
  const record = onFlush(async () => {
    const taken = waiting.splice(0)
    await Promise.resolve()
    sent.push(...taken)
  })
  const editor = onHandOn(() => waiting.push(...typed.splice(0)))
  await flushAll()
  expect(sent).toEqual(['Trente volontaires'])
  editor()
  typed.push('encore')
  await flushAll()
  expect(sent).toEqual(['Trente volontaires'])
  record()
})
