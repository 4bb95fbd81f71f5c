import type { Link, Nodes } from 'mdast'
import type { Extension, Options, Token } from 'mdast-util-from-markdown'

type Syntax = NonNullable<Options['extensions']>[number]

const OPEN = 91
const AT = 64
const CLOSE = 93
const ESCAPE = 92
const SPACE = 32
const PARENTHESIS = 40
const LONGEST = 200
// The parser's table of token names is closed; it takes any.
const NAME: string = 'citation'
const CITATION = NAME as Token['type']

/**
 * The one thing our Markdown has of its own: `[@ID]` cites the record with that id. Within an id a backslash goes before
 * spaces, brackets and backslashes. Escaped (`\[@ID]`) or followed by an address (`[@ID](…)`) it is what it would be
 * elsewhere.
 */
export const citationSyntax: Syntax = {
  text: {
    [OPEN]: {
      name: 'citation',
      tokenize(effects, ok, nok) {
        let length = 0
        return (code) => {
          effects.enter(CITATION)
          effects.consume(code)
          return (at) => {
            if (at !== AT) return nok(at)
            effects.consume(at)
            return inside
          }
        }
        function inside(code: number | null): ReturnType<typeof nok> {
          // Line ends and tabs are negative.
          if (code === null || code <= SPACE || code === OPEN || length > LONGEST) return nok(code)
          effects.consume(code)
          if (code === CLOSE) {
            effects.exit(CITATION)
            return length === 0 ? nok : after
          }
          length += 1
          return code === ESCAPE ? escaped : inside
        }
        function escaped(code: number | null): ReturnType<typeof nok> {
          if (code === null || code < SPACE) return nok(code)
          effects.consume(code)
          return inside
        }
        function after(code: number | null): ReturnType<typeof nok> {
          return code === PARENTHESIS ? nok(code) : ok(code)
        }
      },
    },
  },
}

/** Collects the citations of one text: the tree has links in their places, whose ids this map has. */
export function collectCitations(records: Map<Nodes, string>): Extension {
  return {
    enter: {
      citation(token) {
        const place: Link = { type: 'link', url: '', children: [] }
        records.set(place, this.sliceSerialize(token).slice(2, -1).replaceAll(/\\(.)/g, '$1'))
        this.enter(place, token)
      },
    },
    exit: {
      citation(token) {
        this.exit(token)
      },
    },
  }
}

/** Writes a citation. */
export function citationMarkdown(record: string): string {
  return `[@${record.replaceAll(/[\s\\[\]|]/g, (sign) => `\\${sign}`)}]`
}
