import { describe, expect, it } from 'vitest'
import { createSaver } from '../../../src/engine/file/saver.ts'

describe('a saver', () => {
  it('runs one save at a time, and only one more with the newest content for all who ask meanwhile', async () => {
    const gates: (() => void)[] = []
    let content = 'premier jet'
    const saves: string[] = []
    let running = 0
    const saver = createSaver(async () => {
      running += 1
      expect(running).toBe(1)
      saves.push(content)
      const answer = content
      await new Promise<void>((resolve) => gates.push(resolve))
      running -= 1
      return answer
    })
    const first = saver.save()
    content = 'second jet'
    const second = saver.save()
    content = 'troisième jet'
    const third = saver.save()
    gates.shift()?.()
    expect(await first).toBe('premier jet')
    await Promise.resolve()
    const fourth = saver.save()
    gates.shift()?.()
    expect([await second, await third]).toEqual(['troisième jet', 'troisième jet'])
    gates.shift()?.()
    await fourth
    await saver.idle()
    expect(saves).toEqual(['premier jet', 'troisième jet', 'troisième jet'])
  })

  it('goes on after a save that threw', async () => {
    let runs = 0
    const saver = createSaver(async () => {
      runs += 1
      if (runs === 1) throw new Error('a bug')
      return 'saved'
    })
    const first = saver.save()
    const second = saver.save()
    await expect(first).rejects.toThrow('a bug')
    await expect(second).resolves.toBe('saved')
    await saver.idle()
  })
})
