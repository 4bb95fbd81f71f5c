import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge } from '../ipc/bridge.ts'
import type { EventName, Events } from '../ipc/events.ts'
import { EVENT_NAMES } from '../ipc/events.ts'
import { fanOut } from './fan-out.ts'

const listen = fanOut(<E extends EventName>(name: E, listener: (event: Events[E]) => void) => {
  const channel = `temoin:event:${name}`
  const hear = (_: unknown, event: Events[E]) => listener(event)
  ipcRenderer.on(channel, hear)
  return () => {
    ipcRenderer.off(channel, hear)
  }
})

/** The whole of what the window is given. Names are checked here and again on the other side. */
const bridge: Bridge = {
  call: (name, ask) => ipcRenderer.invoke('temoin:call', name, ask),
  listen: (name, listener) => {
    if (!EVENT_NAMES.includes(name)) throw new Error('There is no event of that name.')
    return listen(name, listener)
  },
  pathOf: (file) => {
    const path = webUtils.getPathForFile(file as File)
    // Dropping a file is pointing at it: from now on the window may name its path.
    if (path !== '') ipcRenderer.send('temoin:dropped', path)
    return path
  },
}

contextBridge.exposeInMainWorld('temoin', bridge)
