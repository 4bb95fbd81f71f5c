/** What the file code asks of a disk, and nothing more: passed in, so that every call can be made to fail in a test. */
export type FileSystem = {
  /** `r` reads; `wx` makes a file that must not exist yet. */
  readonly open: (path: string, flags: 'r' | 'wx', mode?: number) => Promise<OpenFile>
  readonly stat: (path: string) => Promise<FileStat>
  /** The path behind all symbolic links. */
  readonly realPath: (path: string) => Promise<string>
  readonly canWrite: (path: string) => Promise<boolean>
  /** Takes the place of `to` where there is one. */
  readonly rename: (from: string, to: string) => Promise<void>
  /** Gives a file a second name; fails where the disk knows no such thing. */
  readonly link: (from: string, to: string) => Promise<void>
  readonly unlink: (path: string) => Promise<void>
  /** Makes a folder and those above it, so that they last; one that is there already is no failure. */
  readonly makeFolder: (path: string) => Promise<void>
  /** The names in a folder. */
  readonly list: (path: string) => Promise<readonly string[]>
  /** Makes what happened to the names in a folder durable. */
  readonly syncFolder: (path: string) => Promise<void>
  /** Whether a folder lies on a disk of the kind that sticks have, which keeps no journal of its names. */
  readonly isStick: (path: string) => Promise<boolean>
  /** How many bytes this user may still write there. */
  readonly freeBytes: (path: string) => Promise<number>
}

/** One open file. Reads and writes may do less than asked, and say how much. */
export type OpenFile = {
  readonly read: (into: Uint8Array, offset: number, length: number, position: number) => Promise<number>
  readonly write: (bytes: Uint8Array, offset: number, length: number, position: number) => Promise<number>
  readonly sync: () => Promise<void>
  readonly setMode: (mode: number) => Promise<void>
  readonly close: () => Promise<void>
}

/** What tells one state of a file from another without reading it. */
export type FileStat = {
  readonly kind: 'file' | 'folder' | 'other'
  readonly size: number
  /** When it was last written, in nanoseconds since 1970 as the disk counts them. */
  readonly modified: string
  readonly inode: string
  readonly mode: number
}
