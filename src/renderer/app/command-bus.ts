import type { MenuCommand } from '../../ipc/events.ts'

/** Does a command; answering false leaves it to whoever was there before. */
export type CommandHandler = () => boolean | void

const handlers: { readonly command: MenuCommand; readonly handler: CommandHandler }[] = []

/**
 * Takes over a command while a place is open, such as `export` while a brief is: the latest to ask comes first.
 * Returns the way to give it back.
 */
export function onCommand(command: MenuCommand, handler: CommandHandler): () => void {
  const entry = { command, handler }
  handlers.push(entry)
  return () => {
    handlers.splice(handlers.indexOf(entry), 1)
  }
}

/** Whether somebody in the open place took the command. */
export function taken(command: MenuCommand): boolean {
  return [...handlers].reverse().some((entry) => entry.command === command && entry.handler() !== false)
}
