import { app, type Session, type WebContents } from 'electron'
import { notFound } from './app-files.ts'
import { isLocalAddress, PREVIEW_ORIGIN } from './policy.ts'

/** Switches off what Chromium would fetch or look up of its own accord. Has to come before the app is ready. */
export function cutTheNetwork(): void {
  const { commandLine } = app
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-breakpad',
    'dns-prefetch-disable',
    'no-pings',
  ]) {
    commandLine.appendSwitch(name)
  }
  // No name is ever looked up, whatever asks for it.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
}

/** Lets a session reach what this app serves and nothing else, and grants it nothing. */
export function guardSession(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLocalAddress(url) }))
  // Files of this computer reach a page through the scheme or not at all, even where the shell itself would ask.
  session.protocol.handle('file', () => notFound())
  session.enableNetworkEmulation({ offline: true })
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
}

/** Keeps every page where it is: no other address, no other window, no page within a page but the preview. */
export function guardContents(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    const isPreview = !event.isMainFrame && event.url.startsWith(`${PREVIEW_ORIGIN}/`)
    if (!isPreview) event.preventDefault()
  })
}
