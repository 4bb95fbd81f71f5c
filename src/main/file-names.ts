/** A title as a file name that every system takes: no signs of any file system, not too long, no dots at its ends. */
export function plainFileName(title: string): string {
  const plain = title
    .normalize('NFC')
    // The joiners that hold emoji and some scripts together stay; whatever else is invisible goes.
    .replace(/(?:(?![\u200C\u200D])[\p{Cc}\p{Cf}\\/:*?"<>|])+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const short = [...new Intl.Segmenter().segment(plain)].reduce(
    (name, { segment }) => (new TextEncoder().encode(name + segment).length <= 120 ? name + segment : name),
    '',
  )
  const named = short.replace(/^[. ]+|[. ]+$/g, '')
  return /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(named) ? `${named}_` : named
}
