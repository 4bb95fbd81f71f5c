// Copied into the carried Electron as its only app: loads the app folder that the first plain argument names,
// the way Electron's own default app does (with the same calls, which its types leave out).
const { readFileSync } = require('node:fs')
const { join, resolve } = require('node:path')

/** @type {any} */
const app = require('electron').app

// A module that whoever starts the app wants loaded before it, as Electron's own default app does it.
const required = process.argv.indexOf('-r')
const [, moduleFile] = required === -1 ? [] : process.argv.splice(required, 2)
if (moduleFile !== undefined) require(resolve(moduleFile))

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (given === undefined) {
  console.error('Name the folder of the app to run.')
  app.exit(2)
} else {
  const folder = resolve(given)
  const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  Object.assign(process, { defaultApp: true })
  app.setName(description.productName ?? description.name)
  app.setVersion(description.version)
  app.setAppPath(folder)
  require(join(folder, description.main))
}
