import './schema-settings.ts'
import './form-messages.ts'
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { tellCopies } from './copies.ts'
import { speakAsRemembered } from './speech.ts'
import { allowOnlyEmptyMarkup } from './trusted-types.ts'

allowOnlyEmptyMarkup()
tellCopies()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
await speakAsRemembered()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
