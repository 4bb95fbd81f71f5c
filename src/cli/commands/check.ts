import { done } from '../../core/problem.ts'
import { earlierVersions } from '../../engine/versions/earlier-versions.ts'
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
    const { words, ui } = invocation
    // Of a file that is right nobody needs them.
    const versions = checked.value.ok ? [] : await earlierVersions(invocation.environment, path)
    const backups = versions.map(({ kind, path: file, at, bytes }) => ({
      kind,
      file,
      at: new Date(at).toISOString(),
      bytes,
    }))
    const { ok, problems, records, changes, attachments, attachmentsMissing: missing, repaired } = checked.value
    const text = [
      ok ? words('check.good') : words('check.bad'),
      ...problems.map((problem) => problemSentence(problem, words)),
      words('check.counts', { records, changes }),
      ...(attachments === 0 ? [] : [words('check.attachments', { attachments, missing })]),
      ...(backups.length === 0 ? [] : [words('check.versions', { count: backups.length })]),
      ...backups.map(({ file, at, bytes }) => `  ${dated(at, ui)}  ${bytes} B  ${file}`),
      ...(repaired === undefined ? [] : [words('check.repaired', { file: repaired })]),
    ]
    return done({ json: ok ? checked.value : { ...checked.value, backups }, text: text.join('\n'), failed: !ok })
  },
}

function dated(at: string, ui: string): string {
  return new Intl.DateTimeFormat(ui, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))
}
