import { isJsonObject, type Json } from '../model/json.ts'
import { FACETS, type Filters } from './query.ts'

/** What a search asks for, as it is kept: words and filters. What it finds is always found anew. */
export type Asked = { readonly query: string; readonly filters: Filters }

/** Longest query that is kept. */
const LONGEST = 10_000

/** Reads what a saved search asks for. What a newer version asks besides is passed over; odd things ask for nothing. */
export function readAsked(value: Json | undefined): Asked {
  const asked = isJsonObject(value) ? value : {}
  const given = isJsonObject(asked['filters']) ? asked['filters'] : {}
  const filters = FACETS.flatMap((facet) => {
    const values = given[facet]
    const texts = Array.isArray(values) ? values.filter((entry) => typeof entry === 'string') : []
    return texts.length > 0 ? [[facet, texts] as const] : []
  })
  const query = typeof asked['query'] === 'string' ? asked['query'].slice(0, LONGEST) : ''
  return { query, filters: Object.fromEntries(filters) }
}
