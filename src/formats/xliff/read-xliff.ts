import { DOMParser, type Element, onErrorStopParsing, ParseError } from '@xmldom/xmldom'
import type { XliffFault } from '../../core/problem.ts'
import type { Coded, CodedPart } from '../../core/translation/coded-text.ts'
import { OWN, type ReturnedFile, type ReturnedGroup, type ReturnedUnit, XLIFF } from './xliff.ts'

/** Codes nested deeper than this are nobody's sentence. */
const DEEPEST = 50

/**
 * Reads XLIFF 1.2 that `writeXliff` wrote and a translator's tool gave back. Where it is broken, the place is told as the
 * parser says it. A file with a document type is refused: nobody's tool writes one, and entities are a way to attack.
 */
export function readXliff(
  text: string,
):
  | { readonly ok: true; readonly files: readonly ReturnedFile[] }
  | { readonly ok: false; readonly fault: XliffFault; readonly line: number } {
  const fault = (name: XliffFault, line = 1) => ({ ok: false, fault: name, line }) as const
  if (/<!DOCTYPE/i.test(text)) return fault('doctype')
  try {
    const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml')
    const root = document.documentElement
    if (root?.localName !== 'xliff') return fault('not-xliff')
    if (root.namespaceURI !== XLIFF) return fault('other-version')
    const files = childrenOf(root, 'file').map(fileOf)
    return files.some(({ workspace }) => workspace === '') || files.length === 0
      ? fault('not-ours')
      : { ok: true, files }
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    return fault('broken', lineOf(error))
  }
}

function lineOf(error: ParseError): number {
  const { locator } = error as { readonly locator?: { readonly lineNumber?: number } }
  return locator?.lineNumber ?? 1
}

function fileOf(file: Element): ReturnedFile {
  const groups = childrenOf(file, 'body').flatMap((body) => childrenOf(body, 'group'))
  return {
    workspace: own(file, 'workspace'),
    record: own(file, 'record'),
    source: file.getAttribute('source-language') ?? '',
    target: file.getAttribute('target-language') ?? '',
    groups: groups.map(groupOf),
  }
}

function groupOf(group: Element): ReturnedGroup {
  const field = own(group, 'field')
  return {
    field,
    sourceSeen: own(group, 'source-seen'),
    targetSeen: own(group, 'target-seen'),
    units: childrenOf(group, 'trans-unit').map((unit) => unitOf(unit, field)),
  }
}

function unitOf(unit: Element, field: string): ReturnedUnit {
  const id = unit.getAttribute('id') ?? ''
  const [target] = childrenOf(unit, 'target')
  return { id: id.startsWith(`${field}/`) ? id.slice(field.length + 1) : id, target: target ? codedIn(target, 0) : [] }
}

function codedIn(element: Element, depth: number): Coded {
  if (depth > DEEPEST) return [element.textContent ?? '']
  return [...element.childNodes].flatMap((node): readonly CodedPart[] => {
    if (node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE) return [node.nodeValue ?? '']
    if (node.nodeType !== node.ELEMENT_NODE) return []
    const child = node as Element
    const id = child.getAttribute('id') ?? ''
    if (child.localName === 'g') return [{ id, content: codedIn(child, depth + 1) }]
    if (child.localName === 'x') return [{ id, content: null }]
    // What marks a segment or a term carries words; other codes are not ours and are met as unknown ones.
    return child.localName === 'mrk' ? codedIn(child, depth + 1) : [{ id: `${child.localName} ${id}`, content: null }]
  })
}

function own(element: Element, name: string): string {
  return element.getAttributeNS(OWN, name) ?? ''
}

function childrenOf(element: Element, name: string): readonly Element[] {
  return [...element.childNodes].filter(
    (node): node is Element => node.nodeType === node.ELEMENT_NODE && (node as Element).localName === name,
  )
}
