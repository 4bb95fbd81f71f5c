import type { Instance } from './instance.ts'

type Settings = {
  readonly folder: string
  readonly devices: readonly Instance[]
  readonly self: Instance
  /** The port of its own screen and of its answers to programs. */
  readonly screen: number
  readonly key: string
}

/** The settings of one Syncthing: two devices on loopback, one folder, and no word to anybody else in the world. */
export function configOf({ folder, devices, self, screen, key }: Settings): string {
  const members = devices.map(({ id }) => `<device id="${id}"/>`).join('')
  const addresses = devices.map((device) => {
    const address = device === self ? 'dynamic' : device.address
    return `<device id="${device.id}" name="${device.name}"><address>${address}</address></device>`
  })
  return `<configuration version="35">
<folder id="t" path="${folder}" type="sendreceive" rescanIntervalS="3600" fsWatcherEnabled="true" fsWatcherDelayS="1">
${members}
<minDiskFree unit="">0</minDiskFree><maxConflicts>-1</maxConflicts><markerName>.stfolder</markerName>
</folder>
${addresses.join('\n')}
<gui enabled="true" tls="false"><address>127.0.0.1:${screen}</address><apikey>${key}</apikey></gui>
<options>
<listenAddress>${self.address}</listenAddress>
<globalAnnounceEnabled>false</globalAnnounceEnabled><localAnnounceEnabled>false</localAnnounceEnabled>
<relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled><stunServer></stunServer>
<urAccepted>-1</urAccepted><urSeen>9999</urSeen><crashReportingEnabled>false</crashReportingEnabled>
<autoUpgradeIntervalH>0</autoUpgradeIntervalH><startBrowser>false</startBrowser>
<announceLANAddresses>false</announceLANAddresses><reconnectionIntervalS>2</reconnectionIntervalS>
<minHomeDiskFree unit="">0</minHomeDiskFree>
</options>
</configuration>
`
}
