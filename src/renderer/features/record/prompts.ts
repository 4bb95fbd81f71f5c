/** A quality prompt by the last part of its key in `kinds:prompts`. */
export type Prompt = 'first' | 'second'

/** Below this many words a section is thin: a question may help. */
const THIN_WORDS = 25

/**
 * The one question to whisper under a section, or null: only while the section is being written, only while it is
 * thin, and never one that was waved away. The second comes after the first was waved away or a start has been made.
 */
export function choosePrompt(
  text: string,
  isBeingWritten: boolean,
  dismissed: (prompt: Prompt) => boolean,
): Prompt | null {
  const words = countWords(text)
  if (!isBeingWritten || words >= THIN_WORDS) return null
  const order: readonly Prompt[] = words === 0 ? ['first'] : ['first', 'second']
  return order.find((prompt) => !dismissed(prompt)) ?? null
}

/** How many words a text has, in the three languages. */
export function countWords(text: string): number {
  return text.match(/[\p{Letter}\p{Number}]+(?:['’-][\p{Letter}\p{Number}]+)*/gu)?.length ?? 0
}
