import type { Page } from '@playwright/test'
import { libraryPage } from './pages/library.ts'
import { expect, test } from './support/fixtures.ts'
import { listenForAnything } from './support/listening-server.ts'
import { makeWorkspace } from './support/stories.ts'

const HOME = 'temoin://app/index.html'

/** Calls the bridge as a script that has taken over the window would: with anything. */
function callWith(page: Page, name: unknown, ask: unknown): Promise<unknown> {
  return page.evaluate(
    ([call, value]) =>
      (window as unknown as { temoin: { call: (...args: unknown[]) => unknown } }).temoin.call(call, value),
    [name, ask],
  )
}

test('the window has the bridge and nothing of Node or Electron', async ({ open }) => {
  const { app, page } = await open()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const found = await page.evaluate(() => ({
    bridge: Object.keys((window as unknown as { temoin: object }).temoin).sort(),
    globals: ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
  }))
  expect(found).toEqual({ bridge: ['call', 'listen', 'pathOf'], globals: [] })
  const preferences = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Electron has it, its types do not.
      const all = (
        contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
      ).getLastWebPreferences()
      const names = ['sandbox', 'contextIsolation', 'nodeIntegration', 'webSecurity', 'webviewTag']
      return Object.fromEntries(names.map((name) => [name, all[name]]))
    }),
  )
  expect(preferences).toEqual([
    {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    },
  ])
})

test('a bridge whose surroundings were tampered with still answers only what it should', async ({ open }) => {
  const { page } = await open()
  await page.evaluate(() => {
    // oxlint-disable-next-line no-extend-native
    Array.prototype.includes = () => true
    JSON.parse = () => ({ ok: true })
    Object.hasOwn = () => true
  })
  expect(await callWith(page, 'engine.stop', {})).toMatchObject({ ok: false, problem: { code: 'bad-request' } })
  expect(await callWith(page, 'workspace.status', {})).toEqual({ ok: true, value: null })
  const heard = await page.evaluate(() => {
    try {
      ;(window as unknown as { temoin: { listen: (...args: unknown[]) => unknown } }).temoin.listen(
        'engine.secrets',
        () => {},
      )
      return 'listening'
    } catch {
      return 'refused'
    }
  })
  expect(heard).toBe('refused')
})

test('calls of other names or other shapes are refused, and the app goes on', async ({ open, folder }) => {
  const { page } = await open({ workspace: makeWorkspace(folder) })
  await expect(libraryPage(page).rows).toHaveCount(3)
  const names = ['', 'engine.start', 'engine.stop', 'print.finish', '__proto__', 'constructor', 'toString', 7, null, {}]
  for (const name of names)
    expect(await callWith(page, name, {})).toMatchObject({ ok: false, problem: { code: 'bad-request' } })
  const values = [
    null,
    7,
    'x',
    [],
    { id: {} },
    { id: 'x'.repeat(1_000) },
    { ids: 'all' },
    { path: ['/'] },
    { __proto__: null },
  ]
  for (const name of [
    'records.view',
    'records.change',
    'library.search',
    'workspace.merge',
    'preferences.set',
    'import.files',
  ]) {
    for (const value of values) {
      const outcome = (await callWith(page, name, value)) as {
        readonly ok: boolean
        readonly problem?: { readonly code: string }
      }
      if (!outcome.ok) expect(['bad-request', 'unknown-record']).toContain(outcome.problem?.code)
    }
  }
  await expect(libraryPage(page).rows).toHaveCount(3)
})

test('only paths that a person has pointed at can be read or written', async ({ open, folder }) => {
  const { page } = await open({ workspace: makeWorkspace(folder) })
  await expect(libraryPage(page).rows).toHaveCount(3)
  const refusal = { ok: false, problem: { code: 'bad-request', reason: 'path' } }
  const target = `${folder}/not-chosen`
  expect(await callWith(page, 'workspace.open', { path: '/etc/passwd' })).toEqual(refusal)
  expect(await callWith(page, 'workspace.create', { path: target, name: 'x', lang: 'en' })).toEqual(refusal)
  expect(await callWith(page, 'workspace.saveCopy', { path: target })).toEqual(refusal)
  expect(await callWith(page, 'workspace.merge', { paths: ['/etc/passwd'], dryRun: true })).toEqual(refusal)
  expect(await callWith(page, 'import.files', { paths: ['/etc/passwd'] })).toEqual(refusal)
  expect(await callWith(page, 'shell.showFile', { path: '\\\\server\\share' })).toEqual(refusal)
  const briefs = { id: 'x', lang: 'fr', format: 'html', path: target }
  expect(await callWith(page, 'briefs.export', briefs)).toEqual(refusal)
})

test('nothing leaves this computer, whatever the page tries', async ({ open }) => {
  const server = await listenForAnything()
  const { page } = await open()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const { port } = server
  const outcomes = await page.evaluate(async (at) => {
    const url = `http://127.0.0.1:${at}`
    const add = (tag: string, attributes: Record<string, string>) => {
      const element = Object.assign(document.createElement(tag), attributes)
      document.body.append(element)
      return element
    }
    const attempt = async (action: () => unknown) => {
      try {
        await action()
        return 'done'
      } catch {
        return 'refused'
      }
    }
    add('img', { src: `${url}/img` })
    add('script', { src: `${url}/script.js` })
    add('link', { rel: 'stylesheet', href: `${url}/style.css` })
    add('link', { rel: 'prefetch', href: `${url}/prefetch` })
    add('link', { rel: 'preconnect', href: url })
    add('link', { rel: 'dns-prefetch', href: 'http://canary.example' })
    add('iframe', { src: `${url}/frame` })
    add('object', { data: `${url}/object` })
    add('embed', { src: `${url}/embed` })
    add('video', { src: `${url}/video` })
    add('audio', { src: `${url}/audio` })
    add('style', { textContent: `@import "${url}/import.css"; body { background: url("${url}/bg") }` })
    document.body.style.backgroundImage = `url("${url}/style-attribute")`
    const link = add('a', { href: '#here', ping: `${url}/ping` })
    link.click()
    const form = add('form', { action: `${url}/form`, method: 'post' }) as HTMLFormElement
    form.submit()
    navigator.sendBeacon(`${url}/beacon`, 'canary')
    const results = await Promise.all([
      attempt(() => fetch(`${url}/fetch`)),
      attempt(() => fetch(`${url}/no-cors`, { mode: 'no-cors' })),
      attempt(() => fetch('file:///etc/passwd')),
      attempt(() => fetch('temoin://app/index.html')),
      attempt(
        () =>
          new Promise((resolve, reject) => {
            const request = new XMLHttpRequest()
            request.addEventListener('load', resolve)
            request.addEventListener('error', reject)
            request.open('GET', `${url}/xhr`)
            request.send()
          }),
      ),
      attempt(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket(`ws://127.0.0.1:${at}/ws`)
            socket.addEventListener('open', resolve)
            socket.addEventListener('error', reject)
          }),
      ),
      attempt(
        () =>
          new Promise((resolve, reject) => {
            const source = new EventSource(`${url}/events`)
            source.addEventListener('open', resolve)
            source.addEventListener('error', reject)
          }),
      ),
      attempt(
        () =>
          new Promise((resolve, reject) => {
            const worker = new Worker(`${url}/worker.js`)
            worker.addEventListener('message', resolve)
            worker.addEventListener('error', reject)
          }),
      ),
      attempt(() => import(/* @vite-ignore */ `${url}/module.js`)),
    ])
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${at}` }] })
    peer.createDataChannel('canary')
    await peer.setLocalDescription(await peer.createOffer())
    await new Promise((resolve) => {
      setTimeout(resolve, 1_500)
    })
    return results
  }, port)
  expect(outcomes).toEqual(Array.from({ length: outcomes.length }, () => 'refused'))
  expect(server.heard).toEqual([])
  expect(page.url().split('#')[0]).toBe(HOME)
  server.close()
})

test('scripts that are not our files do not run', async ({ open }) => {
  const { page } = await open()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const ran = await page.evaluate(async () => {
    const marks: string[] = []
    Object.assign(window, { mark: (what: string) => marks.push(what) })
    const script = document.createElement('script')
    script.textContent = 'mark("inline")'
    document.body.append(script)
    const data = document.createElement('script')
    data.src = 'data:text/javascript,mark("data")'
    document.body.append(data)
    const blob = document.createElement('script')
    blob.src = URL.createObjectURL(new Blob(['mark("blob")'], { type: 'text/javascript' }))
    document.body.append(blob)
    const holder = document.createElement('div')
    holder.innerHTML =
      '<img src="x:" onerror="mark(\'onerror\')"><svg onload="mark(\'svg\')"></svg>' +
      '<details open ontoggle="mark(\'toggle\')"><summary>x</summary></details>' +
      '<iframe srcdoc="<script>parent.mark(\'srcdoc\')</script>"></iframe><iframe src="javascript:parent.mark(\'frame\')"></iframe>' +
      '<a id="js" href="javascript:mark(\'href\')">x</a><object data="javascript:mark(\'object\')"></object>'
    document.body.append(holder)
    document.getElementById('js')?.click()
    const base = document.createElement('base')
    base.href = 'https://evil.example/'
    document.head.append(base)
    await new Promise((resolve) => {
      setTimeout(resolve, 500)
    })
    return { marks, base: document.baseURI }
  })
  expect(ran).toEqual({ marks: [], base: HOME })
})

test('the window stays where it is, and no other one opens', async ({ open }) => {
  const { app, page } = await open()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const addresses = [
    'https://evil.example/',
    'file:///etc/passwd',
    'data:text/html,<h1>evil</h1>',
    'temoin://app/other.html',
    'temoin://preview/x/fr',
    'temoin://print/x',
    'javascript:document.write(1)',
  ]
  for (const address of addresses) {
    await page.evaluate((to) => {
      window.location.href = to
    }, address)
    await page.evaluate((to) => {
      const link = Object.assign(document.createElement('a'), { href: to, target: '_blank', rel: 'noopener' })
      document.body.append(link)
      link.click()
      link.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true }))
      link.target = ''
      link.click()
    }, address)
    expect(await page.evaluate((to) => window.open(to), address)).toBeNull()
  }
  // The one address Chromium goes to without asking: the window comes back from it.
  await page.evaluate(() => {
    window.location.href = 'about:blank'
  })
  await expect(page.getByRole('heading', { level: 1, name: 'Temoin' })).toBeVisible()
  await page.evaluate(() => {
    const meta = Object.assign(document.createElement('meta'), {
      httpEquiv: 'refresh',
      content: '0;url=https://evil.example/',
    })
    document.head.append(meta)
  })
  const session = await page.context().newCDPSession(page)
  const data = { items: [{ mimeType: 'text/uri-list', data: 'https://evil.example/' }], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  }
  // Asked of Electron itself: Playwright goes on waiting for a navigation that was refused.
  const shown = await app.evaluate(({ webContents }) =>
    Promise.all(
      webContents
        .getAllWebContents()
        .map((contents) => contents.executeJavaScript('[location.href, document.querySelector("h1")?.textContent]')),
    ),
  )
  expect(shown).toEqual([[HOME, 'Temoin']])
})

test('frames and webviews get no bridge', async ({ open }) => {
  const { page } = await open()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.evaluate(() => {
    for (const address of ['about:blank', 'temoin://app/index.html', 'https://evil.example/']) {
      document.body.append(Object.assign(document.createElement('iframe'), { src: address }))
    }
    document.body.append(Object.assign(document.createElement('webview'), { src: 'https://evil.example/' }))
  })
  await expect.poll(() => page.frames().length).toBeGreaterThan(1)
  for (const frame of page.frames().slice(1)) {
    expect(frame.url()).toMatch(/^(about:blank|chrome-error:\/\/chromewebdata\/|)$/)
    expect(await frame.evaluate(() => 'temoin' in window).catch(() => false)).toBe(false)
  }
  expect(await page.evaluate(() => 'getURL' in (document.querySelector('webview') ?? {}))).toBe(false)
})

test('the scheme serves the interface’s files and nothing beside them', async ({ open }) => {
  const { app } = await open()
  const answers = await app.evaluate(
    async ({ session }, addresses) => {
      const ours = session.fromPartition('window')
      return Promise.all(
        addresses.map(async (address) => {
          try {
            return (await ours.fetch(address)).status
          } catch {
            return 'refused'
          }
        }),
      )
    },
    [
      'temoin://app/index.html',
      'temoin://app/..%2f..%2fpackage.json',
      'temoin://app/%2e%2e/main/index.cjs',
      'temoin://app/..%5c..%5cpackage.json',
      'temoin://app/%2fetc%2fpasswd',
      'temoin://app/index.html%00.js',
      'temoin://other/index.html',
      'temoin://preview/none/fr',
      'temoin://print/none',
      'file:///etc/passwd',
      'http://127.0.0.1:9/',
    ],
  )
  expect(answers).toEqual([200, 404, 404, 404, 404, 404, 404, 404, 404, 404, 'refused'])
})

test('every answer carries the policy', async ({ open }) => {
  const { app } = await open()
  const policy = await app.evaluate(async ({ session }) => {
    const answer = await session.fromPartition('window').fetch('temoin://app/index.html')
    return answer.headers.get('content-security-policy')
  })
  expect(policy?.split('; ')).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]),
  )
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/)
})

test('no permission is given', async ({ open }) => {
  const { page } = await open()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const given = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
    ]
    const states = await Promise.all(
      names.map(async (name) => {
        try {
          return (await navigator.permissions.query({ name: name as PermissionName })).state
        } catch {
          return 'denied'
        }
      }),
    )
    const refused = async (action: () => Promise<unknown> | undefined) => {
      try {
        await action()
        return false
      } catch {
        return true
      }
    }
    return {
      granted: names.filter((_, index) => states[index] === 'granted'),
      camera: await refused(
        () => navigator.mediaDevices?.getUserMedia({ video: true }) ?? Promise.reject(new Error('none')),
      ),
      screen: await refused(() => navigator.mediaDevices?.getDisplayMedia() ?? Promise.reject(new Error('none'))),
      clipboard: await refused(() => navigator.clipboard?.readText() ?? Promise.reject(new Error('none'))),
      notifications: 'Notification' in window ? Notification.permission : 'denied',
    }
  })
  expect(given).toEqual({ granted: [], camera: true, screen: true, clipboard: true, notifications: 'denied' })
})

test('a link is opened only if it is what it seems, and only after asking', async ({ open }) => {
  const { app, page } = await open()
  await app.evaluate(({ dialog, shell }) => {
    const asked: string[] = []
    const opened: string[] = []
    Object.assign(globalThis, { asked, opened, answer: 0 })
    dialog.showMessageBox = ((_window: unknown, options: { message: string }) => {
      asked.push(options.message)
      return Promise.resolve({ response: (globalThis as unknown as { answer: number }).answer, checkboxChecked: false })
    }) as typeof dialog.showMessageBox
    shell.openExternal = (url) => {
      opened.push(url)
      return Promise.resolve()
    }
  })
  const record = () =>
    app.evaluate(() => {
      const { asked, opened } = globalThis as unknown as { asked: string[]; opened: string[] }
      return { asked, opened }
    })
  const refused = [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'smb://server/share',
    '\\\\server\\share',
    'ms-msdt:/id',
    'https://www.unv.org@evil.example/',
    'https:\\\\www.unv.org',
    'https://localhost/',
    'temoin://app/index.html',
    'mailto:a@b.org?attach=/etc/passwd',
  ]
  for (const url of refused)
    expect(await callWith(page, 'shell.openLink', { url })).toEqual({ ok: true, value: { opened: false } })
  expect(await record()).toEqual({ asked: [], opened: [] })

  const url = 'https://www.unv.org/swvr'
  expect(await callWith(page, 'shell.openLink', { url })).toEqual({ ok: true, value: { opened: false } })
  expect(await record()).toEqual({ asked: ['Open www.unv.org outside Temoin?'], opened: [] })
  await app.evaluate(() => Object.assign(globalThis, { answer: 1 }))
  expect(await callWith(page, 'shell.openLink', { url })).toEqual({ ok: true, value: { opened: true } })
  expect((await record()).opened).toEqual([url])
})

test('what is written is text, wherever it is shown', async ({ open, folder }) => {
  const payload = '<img src=x onerror="document.title=1"><svg onload="document.title=2"></svg>'
  const workspace = makeWorkspace(
    folder,
    [{ id: 'X', lang: 'en', title: payload, summary: payload, body: payload, places: [payload], themes: [payload] }],
    payload,
  )
  const { page } = await open({ workspace })
  await expect(libraryPage(page).row(payload)).toBeVisible()
  await expect(libraryPage(page).reading.getByRole('heading', { level: 2 })).toHaveText(payload)
  expect(await page.locator('main img, header img, main svg[onload]').count()).toBe(0)
  expect(await page.title()).toBe('Library — Temoin')
})
