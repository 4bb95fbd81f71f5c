import { AlignmentType, type ILevelsOptions, type INumberingOptions, LevelFormat } from 'docx'
import { COLORS } from './styles.ts'

const DEPTHS = [0, 1, 2, 3, 4, 5] as const
const BULLETS = ['•', '–', '▪'] as const
const NUMBERS = [
  [LevelFormat.DECIMAL, '.'],
  [LevelFormat.LOWER_LETTER, ')'],
  [LevelFormat.LOWER_ROMAN, '.'],
] as const

/** The two lists a brief uses, six levels deep. */
export const BRIEF_NUMBERING: INumberingOptions = {
  config: [
    { reference: 'bullets', levels: DEPTHS.map((level) => bullet(level)) },
    { reference: 'numbers', levels: DEPTHS.map((level) => number(level)) },
  ],
}

function bullet(level: number): ILevelsOptions {
  return described(level, LevelFormat.BULLET, BULLETS[level % BULLETS.length] ?? '•', { font: 'Calibri' })
}

function number(level: number): ILevelsOptions {
  const [format, end] = NUMBERS[level % NUMBERS.length] ?? NUMBERS[0]
  return described(level, format, `%${level + 1}${end}`)
}

function described(level: number, format: ILevelsOptions['format'] & string, text: string, face = {}): ILevelsOptions {
  const paragraph = { indent: { left: 340 * (level + 1), hanging: 340 } }
  return {
    level,
    format,
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph, run: { color: COLORS.accent, ...face } },
  }
}
