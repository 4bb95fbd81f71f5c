import { describe, expect, it } from 'vitest'
import { findSentences } from './support/sentences.ts'
import { readSources } from './support/source-files.ts'

describe('code that people see', () => {
  it('holds no words of its own: all of them are in locales', () => {
    expect(findSentences(readSources('src/{renderer,main,preload}/**/*.{ts,tsx}'))).toEqual([])
  })
})

describe('the check of sentences', () => {
  const found = (text: string) => findSentences([{ path: 'src/renderer/ui/A.tsx', text }])

  it.each([
    ['text between tags', 'export const A = () => <p>Saved</p>'],
    ['a label for those who listen', 'export const A = () => <button aria-label="Close" />'],
    ['a title', 'export const A = () => <abbr title={`Goal ${n}`} />'],
    [
      'a placeholder chosen by a condition',
      "export const A = () => <input placeholder={empty ? 'Search' : t('app:find')} />",
    ],
    ['a property of a component that is text', 'export const A = () => <List emptyText="nothing here" />'],
    ['a choice between words', "export const A = () => <p>{saved ? 'Saved' : t('app:saving')}</p>"],
    ['words joined to a value', 'export const A = () => <p>{`${n} records`}</p>'],
    ['an entry of a menu', "export const menu = [{ label: 'Open', click }]"],
    ['the buttons of a dialog', "show({ buttons: ['Cancel', t('app:ok')] })"],
    ['a sentence in a variable', "const notice = 'Your work is safe'"],
    ['a sentence handed to a function', "announce('Three records were found')"],
    ['the text of an error', 'export const A = ({ error }) => <p>{error.message}</p>'],
  ])('sees %s', (_what, text) => {
    expect(found(text)).toEqual([expect.stringMatching(/^src\/renderer\/ui\/A\.tsx:1 /)])
  })

  it.each([
    ['words from the locale files', "export const A = () => <p title={t('app:close')}>{t('app:saved', { time })}</p>"],
    ['a bug', "throw new Error('The editor has no root element.')"],
    ['a rejected promise', "reject(new TypeError('The engine did not answer.'))"],
    ['a line of the log', "log.info('the engine was started again')"],
    ['classes', "export const A = () => <p className={wide ? 'page is wide' : 'page of text'}>·</p>"],
    ['a key', "export const field = { label: 'kinds:lesson.name', kind: 'lesson' }"],
    ['the name of the app', 'export const A = () => <h1>Temoin</h1>'],
    ['a type', "type Place = 'a place of work' | 'home'"],
  ])('is content with %s', (_what, text) => {
    expect(found(text)).toEqual([])
  })
})
