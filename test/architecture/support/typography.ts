const NARROW = '\u202f'
const NO_BREAK = '\u00a0'
const SPACE = `[${NARROW}${NO_BREAK}]`

type Rule = readonly [RegExp, string]

const EVERYWHERE: readonly Rule[] = [
  [/"/, 'a straight quotation mark'],
  [/\p{L}'\p{L}/u, 'a straight apostrophe'],
  [/\.\.\./, 'three full stops instead of …'],
  [/\s$|^\s/, 'a space at its beginning or end'],
  [/ {2}/, 'two spaces in a row'],
]

const BY_LANGUAGE: Readonly<Record<string, readonly Rule[]>> = {
  fr: [
    [/ [;:!?»]/, 'a plain space before ; : ! ? or »'],
    [/[\p{L}\p{N})\]»…%][;!?]/u, 'no space before ; ! or ?'],
    [/[\p{L})\]»…%]:(?=\s|$)/u, 'no space before :'],
    [new RegExp(`«(?!${SPACE})`), 'no no-break space after «'],
    [new RegExp(`(?<!${SPACE})»`), 'no no-break space before »'],
    [/[“”]/, 'English quotation marks'],
  ],
  es: [
    [/\s[;:!?]/, 'a space before ; : ! or ?'],
    [/«\s|\s»/, 'a space inside « »'],
  ],
  en: [[/\s[;:!?]/, 'a space before ; : ! or ?']],
}

/** Says what is set in type the wrong way in a sentence of a language. */
export function findMisprints(lang: string, sentence: string): string[] {
  const text = plain(sentence)
  const rules = [...EVERYWHERE, ...(BY_LANGUAGE[lang] ?? [])]
  const broken = rules.filter(([pattern]) => pattern.test(text)).map(([, what]) => what)
  return lang === 'es' ? [...broken, ...unopened(text)] : broken
}

/** Spanish opens what it closes: ¿…? ¡…! */
function unopened(text: string): string[] {
  const count = (mark: string) => text.split(mark).length - 1
  return [
    ...(count('?') === count('¿') ? [] : ['a question without ¿']),
    ...(count('!') === count('¡') ? [] : ['an exclamation without ¡']),
  ]
}

/** Placeholders stand for words; addresses and tags have rules of their own. */
function plain(sentence: string): string {
  return sentence
    .replace(/\{\{[^}]*\}\}/g, 'x')
    .replace(/<\/?[\w-]+\s*\/?>/g, '')
    .replace(/\b\w+:\/\/\S+/g, 'x')
}
