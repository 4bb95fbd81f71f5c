import { readFileSync } from 'node:fs'
import fontList from '../../../resources/brief/fonts.json' with { type: 'json' }
import type { HtmlSetting } from '../../../src/formats/html/brief-to-html.ts'

const folder = new URL('../../../resources/brief/', import.meta.url)

/** The style and the fonts that briefs are exported with. */
export const HTML_SETTING: HtmlSetting = {
  style: readFileSync(new URL('brief.css', folder), 'utf8'),
  fonts: fontList.map(({ file, ...face }) => ({ ...face, bytes: readFileSync(new URL(`fonts/${file}`, folder)) })),
  paper: 'A4',
}

/** Style only: quicker where fonts do not matter. */
export const PLAIN_SETTING: HtmlSetting = { ...HTML_SETTING, fonts: [] }
