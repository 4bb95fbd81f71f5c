import { expect } from '@playwright/test'
import type { RunningApp } from '../support/launch-app.ts'

/** What a journey works with: the app, and the folder its exports go to. */
export type JourneyContext = RunningApp & { readonly outFolder: string }

/** One thing a person does, in words, so that whoever runs the journey can say where it is. */
export type Step = { readonly name: string; readonly run: (context: JourneyContext) => Promise<void> }

/** From the sample workspace to an exported brief: what the first release promises, done by hand. */
export const firstLight: readonly Step[] = [
  {
    name: 'open the sample workspace',
    async run({ page }) {
      await expect(page.locator('h1').first()).toBeVisible()
    },
  },
]
