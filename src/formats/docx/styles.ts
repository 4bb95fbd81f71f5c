import { BorderStyle, type IStylesOptions, LineRuleType } from 'docx'
import type { Lang } from '../../core/model/lang.ts'

/** The colours of the page; the tints stay legible on a photocopy. */
export const COLORS = { ink: '1B1F1E', soft: '4A524F', line: 'B9BFBD', accent: '0D4F4A', tint: 'EDF2F0' } as const

/** Fonts that Word has and whose widths LibreOffice's own fonts share, so pages break alike in both. */
const SERIF = 'Cambria'
const SANS = 'Calibri'

/** The language tags Word's proofing tools know. */
export const PROOFING: Readonly<Record<Lang, string>> = { en: 'en-GB', fr: 'fr-FR', es: 'es-ES' }

/** Half-points, as Word counts sizes. */
function points(size: number): number {
  return size * 2
}

/** Space before and after a paragraph in twips, and its leading in lines; LibreOffice wants the rule said. */
function spacing(before: number, after: number, lines: number) {
  return { before, after, line: Math.round(lines * 240), lineRule: LineRuleType.AUTO }
}

function rule(
  color: string,
  size: number,
  space: number,
): { style: 'single'; color: string; size: number; space: number } {
  return { style: BorderStyle.SINGLE, color, size, space }
}

type Described = NonNullable<IStylesOptions['paragraphStyles']>[number]

function style(id: string, name: string, basedOn: string, rest: Omit<Described, 'id' | 'name' | 'basedOn'>): Described {
  return { id, name, basedOn, quickFormat: true, ...rest }
}

/**
 * The styles of a brief. Word's own names are used wherever Word has one, so that an organisation's template restyles
 * the whole document; nothing is formatted by hand.
 */
export function briefStyles(lang: Lang): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: SERIF, size: points(10.5), color: COLORS.ink, language: { value: PROOFING[lang] } },
        paragraph: { spacing: spacing(0, 140, 1.21) },
      },
      title: {
        run: { font: SERIF, size: points(22), bold: true },
        paragraph: { spacing: spacing(200, 140, 1.05), keepNext: true },
      },
      heading1: heading(SANS, 14, COLORS.accent, 440, 140),
      heading2: heading(SERIF, 12, COLORS.ink, 280, 80),
      heading3: heading(SANS, 10.5, COLORS.ink, 220, 60),
      caption: {
        run: { italics: true, size: points(9.5), color: COLORS.soft },
        paragraph: { spacing: spacing(0, 80, 1.21), keepNext: true },
      },
      footnoteText: { run: { size: points(8.5) }, paragraph: { spacing: spacing(0, 40, 1) } },
      hyperlink: { run: { color: COLORS.accent, underline: {} } },
      bibliography: {
        run: { size: points(9.5) },
        paragraph: { indent: { left: 567, hanging: 567 }, spacing: spacing(0, 120, 1.1), keepLines: true },
      },
    },
    paragraphStyles: [...headStyles(), ...textStyles(), ...pageStyles()],
    characterStyles: [
      { id: 'Tag', name: 'Tag', run: { font: SANS, size: points(8), bold: true, border: rule(COLORS.ink, 4, 1) } },
    ],
  }
}

function heading(font: string, size: number, color: string, before: number, after: number) {
  return {
    run: { font, size: points(size), bold: true, italics: false, color },
    paragraph: { spacing: spacing(before, after, 1.05), keepNext: true, keepLines: true },
  }
}

function headStyles(): readonly Described[] {
  return [
    style('Kicker', 'Kicker', 'Normal', {
      run: { font: SANS, size: points(9), bold: true, allCaps: true, characterSpacing: 12, color: COLORS.accent },
      paragraph: { border: { top: rule(COLORS.accent, 24, 7) }, spacing: spacing(0, 240, 1.21) },
    }),
    style('Subtitle', 'Subtitle', 'Normal', {
      run: { size: points(13), italics: true, color: COLORS.soft },
      paragraph: { spacing: spacing(0, 280, 1.15) },
    }),
    style('Facts', 'Facts', 'Normal', {
      run: { font: SANS, size: points(9.5) },
      paragraph: { spacing: spacing(0, 30, 1.05), indent: { left: 1985, hanging: 1985 }, keepLines: true },
    }),
    style('Notice', 'Notice', 'Normal', {
      run: { font: SANS, size: points(9.5) },
      paragraph: { border: { left: rule(COLORS.ink, 12, 8) }, indent: { left: 200 }, spacing: spacing(0, 0, 1.1) },
    }),
    style('Goals', 'Goals', 'Normal', {
      run: { font: SANS, size: points(9.5) },
      paragraph: { spacing: spacing(0, 20, 1.2), keepLines: true },
    }),
  ]
}

function textStyles(): readonly Described[] {
  return [
    style('Quote', 'Quote', 'Normal', {
      run: { italics: true },
      paragraph: {
        border: { left: rule(COLORS.accent, 12, 10) },
        indent: { left: 400, right: 400 },
        spacing: spacing(160, 200, 1.21),
        keepLines: true,
      },
    }),
    style('ListBullet', 'List Bullet', 'Normal', { paragraph: { spacing: spacing(0, 80, 1.21) } }),
    style('ListNumber', 'List Number', 'Normal', { paragraph: { spacing: spacing(0, 80, 1.21) } }),
    style('TableText', 'Table Text', 'Normal', {
      run: { font: SANS, size: points(9) },
      paragraph: { spacing: spacing(30, 30, 1.02) },
    }),
    style('TableHeading', 'Table Heading', 'TableText', { run: { bold: true }, paragraph: { keepNext: true } }),
    style('TableNote', 'Table Note', 'Normal', {
      run: { font: SANS, size: points(8.5), color: COLORS.soft },
      paragraph: { spacing: spacing(60, 40, 1.02) },
    }),
  ]
}

function pageStyles(): readonly Described[] {
  const contents = { font: SANS, size: points(10) }
  const running = { font: SANS, size: points(8.5), color: COLORS.soft }
  return [
    style('TOCHeading', 'TOC Heading', 'Normal', {
      run: { font: SANS, size: points(10), bold: true, color: COLORS.soft },
      paragraph: { spacing: spacing(320, 60, 1.21), keepNext: true },
    }),
    style('TOC1', 'toc 1', 'Normal', { run: contents, paragraph: { spacing: spacing(0, 20, 1.05) } }),
    style('TOC2', 'toc 2', 'Normal', {
      run: contents,
      paragraph: { spacing: spacing(0, 20, 1.05), indent: { left: 284 } },
    }),
    style('Header', 'header', 'Normal', { run: running, paragraph: { spacing: spacing(0, 0, 1.21) } }),
    style('Footer', 'footer', 'Normal', {
      run: running,
      paragraph: { border: { top: rule(COLORS.line, 4, 6) }, spacing: spacing(0, 0, 1.21) },
    }),
  ]
}
