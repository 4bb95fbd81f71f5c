import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readFlags } from '../../src/main/flags.ts'

const HOME = resolve('/home/awa')

describe('the command line', () => {
  test('without anything asks for nothing', () => {
    expect(readFlags(['electron', '.'], HOME)).toEqual({ dataFolder: null, printJob: null, workspace: null })
  })

  test('names a workspace by its ending, in any case, relative to where the person is', () => {
    const flags = readFlags(['electron', '--no-sandbox', '.', 'Crues 2026.TEMOIN'], HOME)
    expect(flags.workspace).toBe(resolve(HOME, 'Crues 2026.TEMOIN'))
  })

  test('does not take a flag for a workspace', () => {
    expect(readFlags(['--open=x.temoin'], HOME).workspace).toBeNull()
  })

  test('names another data folder, and the flag wins over the environment', () => {
    expect(readFlags([], HOME, { TEMOIN_DATA: 'stick/data' }).dataFolder).toBe(resolve(HOME, 'stick/data'))
    const both = readFlags(['--data-folder=here'], HOME, { TEMOIN_DATA: 'there' })
    expect(both.dataFolder).toBe(resolve(HOME, 'here'))
  })

  test('names a print job', () => {
    expect(readFlags(['.', '--print-job=job.json'], HOME).printJob).toBe(resolve(HOME, 'job.json'))
  })
})
