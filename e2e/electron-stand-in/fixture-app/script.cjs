// A script without a window: prints what it was given and leaves with the code it was asked for.
const { app } = require('electron')

app.on('ready', () => {
  console.log(
    JSON.stringify({ argv: process.argv.slice(1), appPath: app.getAppPath(), version: app.getVersion() }),
  )
  app.exit(Number(process.argv.at(-1)))
})
