window.api.onPing((...args) => {
  document.querySelector('#pong').textContent = JSON.stringify(args)
})
