import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What stands in somebody's way on the screen as it is, by rule and element. */
export async function findViolations(page: Page): Promise<readonly string[]> {
  // Legacy mode: Electron cannot open the second page that axe would otherwise finish its work in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary ?? ''}`),
  )
}
