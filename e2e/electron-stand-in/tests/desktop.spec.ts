import { answerNextDialog } from '../../electron.ts'
import { expect, test } from './fixture.ts'

test('a dialog is cancelled, unless the test answers it', async ({ electronApp }) => {
  const ask = () =>
    electronApp.evaluate(({ dialog }) => dialog.showSaveDialog({ defaultPath: 'release.pdf' }))
  await answerNextDialog(electronApp, 'showSaveDialog', { canceled: false, filePath: '/tmp/chosen.pdf' })
  expect(await ask()).toEqual({ canceled: false, filePath: '/tmp/chosen.pdf' })
  expect(await ask()).toEqual({ canceled: true, filePath: '' })
})

test('the desktop is never touched: calls are recorded', async ({ electronApp }) => {
  const calls = await electronApp.evaluate(async ({ dialog, Notification, shell }) => {
    const answers = [
      await shell.openPath('/tmp/release.pdf'),
      (await dialog.showMessageBox({ message: 'Sure?', buttons: ['Yes', 'No'], cancelId: 1 })).response,
    ]
    shell.showItemInFolder('/tmp/release.pdf')
    new Notification({ title: 'Done' }).show()
    return { answers, recorded: globalThis.standIn?.recorded.calls.slice(-4).map(({ call }) => call) }
  })
  expect(calls).toEqual({
    answers: ['', 1],
    recorded: ['shell.openPath', 'dialog.showMessageBox', 'shell.showItemInFolder', 'Notification.show'],
  })
})

test('the clipboard is asynchronous, and can be cleared', async ({ electronApp }) => {
  const texts = await electronApp.evaluate(async ({ clipboard }) => {
    await clipboard.writeText('alias')
    const written = await clipboard.readText()
    clipboard.clear()
    return [written, await clipboard.readText()]
  })
  expect(texts).toEqual(['alias', ''])
})

test('power events and idle time are the test’s to give', async ({ electronApp }) => {
  const state = await electronApp.evaluate(({ powerMonitor }) => {
    let locked = 0
    powerMonitor.on('lock-screen', () => locked++)
    powerMonitor.emit('lock-screen')
    powerMonitor.getSystemIdleTime = () => 600
    return [locked, powerMonitor.getSystemIdleState(300), powerMonitor.getSystemIdleState(900)]
  })
  expect(state).toEqual([1, 'idle', 'active'])
})

test('a menu keeps its items, which a test may click', async ({ electronApp }) => {
  const clicked = await electronApp.evaluate(({ Menu }) => {
    let clicks = 0
    const submenu = [{ id: 'lock', label: 'Lock', click: () => clicks++ }]
    Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'File', submenu }]))
    Menu.getApplicationMenu()?.getMenuItemById('lock')?.click()
    return clicks
  })
  expect(clicked).toBe(1)
})
