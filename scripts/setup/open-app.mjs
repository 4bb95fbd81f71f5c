import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { callerFolder, root } from './paths.mjs'
import { prepare } from './prepare.mjs'
import { run } from './processes.mjs'
import { Stop, say } from './say.mjs'
import { hasDisplay } from './system-libraries.mjs'

/**
 * Opens the app on the workspace that was named, or on the sample; without a display, runs the first journey instead.
 * @param {readonly string[]} args
 */
export async function start(args) {
  const named = args.find((argument) => !argument.startsWith('-'))
  const workspace = named && resolve(callerFolder(), named)
  if (workspace && !existsSync(workspace)) {
    throw new Stop(
      `there is no file ${workspace}.`,
      'check the name, or start without one to open the sample workspace.',
    )
  }
  const prepared = await prepare()
  if (!hasDisplay()) return withoutDisplay(prepared)
  const { electron, sample } = prepared
  say(`Opening Temoin on ${workspace ?? sample}.`)
  const { code } = await run(electron.path, [...electronFlags(), root, workspace ?? sample])
  return code
}

/**
 * @param {Awaited<ReturnType<typeof prepare>>} prepared
 */
async function withoutDisplay(prepared) {
  say('There is no display here, so no window can open. Running the first journey on a virtual display instead.')
  const { takeFirstJourney } = await import('../first-journey.mjs')
  return takeFirstJourney(prepared)
}

function electronFlags() {
  return [
    // Electron refuses to start as root with its sandbox on; everybody else keeps it.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(process.env.DISPLAY ? [] : ['--ozone-platform-hint=auto']),
  ]
}
