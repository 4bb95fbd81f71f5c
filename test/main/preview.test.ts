import { expect, test } from 'vitest'
import { done, refused } from '../../src/main/outcome.ts'
import { previewAsked, servePreview } from '../../src/main/preview.ts'

const engine = (html: string | null) => ({
  call: () => Promise.resolve(html === null ? refused({ code: 'unknown-record', id: 'x' }) : done({ html })),
  stop: () => Promise.resolve(done(null)),
})

test('a brief’s page may carry styles and run nothing', async () => {
  const answer = await servePreview(engine('<h1>Note</h1>'), 'temoin://preview/7qrnc9j44sntp8h2/fr?v=3')
  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe('<h1>Note</h1>')
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('sandbox')
  expect(policy).not.toContain('script-src')
})

test('a brief that is not there is not found', async () => {
  expect((await servePreview(engine(null), 'temoin://preview/none/fr')).status).toBe(404)
})

test.each([
  'temoin://preview/',
  'temoin://preview/id',
  'temoin://preview/id/de',
  'temoin://preview/../fr',
  'temoin://preview/id/fr/more',
  'temoin://preview/i%20d/fr',
  'temoin://app/id/fr',
  `temoin://preview/${'x'.repeat(65)}/fr`,
])('%s asks for no brief', (address) => {
  expect(previewAsked(address)).toBeNull()
})
