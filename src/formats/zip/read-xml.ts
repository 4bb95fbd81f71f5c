import { DecodeUTF8 } from 'fflate'
import { SaxesParser } from 'saxes'

/** What is told of an XML part while it is read. Names are without their prefixes. */
export type XmlEvents = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** An XML part that is none, or that defines entities of its own, which no document does that means well. */
class BrokenXml extends Error {}

/** Reads XML piece by piece; `step` is asked after each piece for what there is by then. */
export function* readXml<T>(pieces: Iterable<Uint8Array>, events: XmlEvents, step: () => readonly T[]): Generator<T> {
  const parser = new SaxesParser({ position: false, xmlns: false })
  parser.on('error', (error) => {
    throw new BrokenXml(error.message)
  })
  parser.on('doctype', () => {
    throw new BrokenXml('doctype')
  })
  parser.on('opentag', ({ name, attributes }) =>
    events.open?.(bare(name), attributes as Readonly<Record<string, string>>),
  )
  parser.on('text', (text) => events.text?.(text))
  parser.on('cdata', (text) => events.text?.(text))
  parser.on('closetag', ({ name }) => events.close?.(bare(name)))
  const decoder = new DecodeUTF8((text) => parser.write(text))
  for (const piece of pieces) {
    try {
      decoder.push(piece)
    } catch (error) {
      // What stood before the damage counts.
      yield* step()
      throw error
    }
    yield* step()
  }
  decoder.push(new Uint8Array(), true)
  parser.close()
  yield* step()
}

/** Reads all of an XML part. */
export function readWholeXml(bytes: Uint8Array | undefined, events: XmlEvents): void {
  if (bytes) for (const _ of readXml<never>([bytes], events, () => [])) break
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
