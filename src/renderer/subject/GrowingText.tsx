import { type ComponentProps, useLayoutEffect, useRef } from 'react'

type GrowingTextProps = Omit<ComponentProps<'textarea'>, 'value' | 'defaultValue' | 'onChange' | 'ref'> & {
  readonly value: string
  readonly onType: (text: string) => void
}

/**
 * A text area as high as its text. The browser keeps its value, and with it an undo that takes back words rather than
 * letters: a value that React holds is written back at every key, which ends the browser's idea of one stretch of typing.
 */
export function GrowingText({ value, onType, ...rest }: GrowingTextProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    if (area.current && area.current.value !== value) area.current.value = value
  }, [value])
  return <textarea {...rest} ref={area} rows={1} onChange={(event) => onType(event.currentTarget.value)} />
}
