import type { Coded } from '../../core/translation/coded-text.ts'
import { OWN, XLIFF, type XliffFile, type XliffGroup, type XliffUnit } from './xliff.ts'

/**
 * Writes XLIFF 1.2 that OmegaT and its kind read: a target holds the source where nothing is translated yet, since they
 * offer nothing for an empty one. The same input gives the same bytes.
 */
export function writeXliff(files: readonly XliffFile[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff version="1.2" xmlns="${XLIFF}" xmlns:tm="${OWN}">`,
    ...files.flatMap(fileLines),
    '</xliff>',
    '',
  ].join('\n')
}

function fileLines(file: XliffFile): readonly string[] {
  const named = attributes({
    original: file.record,
    'source-language': file.source,
    'target-language': file.target,
    datatype: 'x-temoin',
    'tm:workspace': file.workspace,
    'tm:record': file.record,
  })
  return [
    `<file${named}>`,
    `<header><note>${escaped(file.title)}</note></header>`,
    '<body>',
    ...file.groups.flatMap(groupLines),
    '</body>',
    '</file>',
  ]
}

function groupLines(group: XliffGroup): readonly string[] {
  const named = attributes({
    id: group.field,
    resname: group.label,
    'tm:field': group.field,
    'tm:source-seen': group.sourceSeen,
    'tm:target-seen': group.targetSeen,
  })
  return [`<group${named}>`, ...group.units.flatMap((unit) => unitLines(unit, group)), '</group>']
}

function unitLines(unit: XliffUnit, { field, label }: XliffGroup): readonly string[] {
  const named = attributes({ id: `${field}/${unit.id}`, resname: label, restype: `x-${unit.restype}` })
  return [
    `<trans-unit${named} xml:space="preserve">`,
    `<source>${content(unit.source)}</source>`,
    `<target${attributes({ state: unit.state })}>${content(unit.target)}</target>`,
    ...(unit.note === undefined ? [] : [`<note>${escaped(unit.note)}</note>`]),
    '</trans-unit>',
  ]
}

function content(coded: Coded): string {
  return coded
    .map((part) => {
      if (typeof part === 'string') return escaped(part)
      const id = attributes({ id: part.id })
      return part.content ? `<g${id}>${content(part.content)}</g>` : `<x${id}/>`
    })
    .join('')
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
