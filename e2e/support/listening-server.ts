import { createSocket } from 'node:dgram'
import { createServer, type AddressInfo } from 'node:net'

/** A server on this computer that only listens: whatever reaches it should not have left the app. */
export type ListeningServer = {
  readonly port: number
  /** What arrived, by its first line. */
  readonly heard: readonly string[]
  readonly close: () => void
}

/** Listens for any connection and any datagram on one port. */
export async function listenForAnything(): Promise<ListeningServer> {
  const heard: string[] = []
  const server = createServer((socket) => {
    heard.push('a connection')
    socket.on('data', (data) => heard.push(String(data).split('\r\n')[0] ?? ''))
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const datagrams = createSocket('udp4')
  datagrams.on('message', () => heard.push('a datagram'))
  await new Promise<void>((resolve) => {
    datagrams.bind(port, '127.0.0.1', resolve)
  })
  return {
    port,
    heard,
    close: () => {
      server.close()
      datagrams.close()
    },
  }
}
