const PLAIN = /^[\u0000-\u007f]*$/
const MARKS = /[\u0300-\u036f]/g
const LETTERS = /[œæßøđðłıþς]/g
const LETTER: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ς: 'σ',
}

/** A word without case, accents and ligatures: what people mean to be the same is the same. */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase()
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(LETTERS, (letter) => LETTER[letter] ?? letter)
}
