import { isLang, type Lang } from '../core/model/lang.ts'
import { WORKSPACE_SUBJECT, type Workspace } from './workspace.ts'

/** The workspace's name as people gave it. */
export function workspaceName(workspace: Workspace): string {
  const name = workspace.subject(WORKSPACE_SUBJECT)?.values.get('name')?.value
  return typeof name === 'string' ? name : ''
}

/** The workspace's own language: what a text is taken to be in where nothing else tells. */
export function workspaceLang(workspace: Workspace): Lang {
  const lang = workspace.subject(WORKSPACE_SUBJECT)?.values.get('lang')?.value
  return isLang(lang) ? lang : 'en'
}
