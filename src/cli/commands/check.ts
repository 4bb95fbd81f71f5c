import { done } from '../../core/problem.ts'
import { checkFile } from '../../engine/workspace-file.ts'
import { problemSentence } from '../../engine/problem-sentence.ts'
import { type Command, optionText } from '../command.ts'

/** Checks a workspace file, and on request copies what reads well into a new one. */
export const check: Command = {
  name: 'check',
  syntax: 'FILE [--repair OUT] [--force]',
  options: { repair: { type: 'string' } },
  arity: [1, 1],
  async run(invocation) {
    const [path = ''] = invocation.args
    const repair = optionText(invocation, 'repair')
    const checked = await checkFile(invocation.environment, path, repair, invocation.options['force'] === true)
    if (!checked.ok) return checked
    const { words } = invocation
    const { ok, problems, records, changes, repaired } = checked.value
    const text = [
      ok ? words('check.good') : words('check.bad'),
      ...problems.map((problem) => problemSentence(problem, words)),
      words('check.counts', { records, changes }),
      ...(repaired === undefined ? [] : [words('check.repaired', { file: repaired })]),
    ]
    return done({ json: checked.value, text: text.join('\n'), failed: !ok })
  },
}
