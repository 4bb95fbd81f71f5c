import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { useSession } from './app/session.ts'
import { connect, enter, learnPreferences } from './app/start.ts'
import { startI18n } from './i18n/i18n.ts'
import { WordsProvider } from './i18n/WordsProvider.tsx'

async function main(): Promise<void> {
  await learnPreferences()
  await startI18n(useSession.getState().preferences.lang)
  connect()
  const root = document.getElementById('root')
  if (root) {
    createRoot(root).render(
      <StrictMode>
        <WordsProvider>
          <App />
        </WordsProvider>
      </StrictMode>,
    )
  }
  await enter()
}

void main()
