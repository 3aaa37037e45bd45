const { contextBridge, ipcRenderer } = require('electron')

globalThis.hiddenFromThePage = 'preload'
contextBridge.exposeInMainWorld('api', {
  nested: { when: new Date(0), list: [1, { deep: true }] },
  echo: (value) => value,
  fail: () => {
    throw new RangeError('from the preload')
  },
  later: (value) => Promise.resolve(value),
  refuse: () => Promise.reject(new RangeError('refused')),
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  onPing: (listener) => ipcRenderer.on('ping', (_event, ...args) => listener(...args)),
})
