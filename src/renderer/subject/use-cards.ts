import { useEffect, useState } from 'react'
import type { Card } from '../../core/model/card.ts'
import { call, listen } from '../app/client.ts'

/** The cards of records by id, kept up to date; a record that is not in the workspace has none. */
export function useCards(ids: readonly string[]): ReadonlyMap<string, Card> {
  const [cards, setCards] = useState<ReadonlyMap<string, Card>>(new Map())
  const wanted = ids.join(' ')

  useEffect(() => {
    let isCurrent = true
    const asked = wanted.split(' ').filter((id) => id !== '')
    async function read(): Promise<void> {
      const outcome = asked.length === 0 ? null : await call('records.cards', { ids: asked })
      if (isCurrent && (outcome === null || outcome.ok)) {
        setCards(new Map((outcome?.value ?? []).map((card) => [card.id, card])))
      }
    }
    const mute = listen('subjects.changed', (event) => {
      if (event.ids.some((id) => asked.includes(id))) void read()
    })
    void read()
    return () => {
      isCurrent = false
      mute()
    }
  }, [wanted])

  return cards
}
