import { createHash } from 'node:crypto'
import type { FileHost } from './host.ts'
import { outlineOf } from './read-container.ts'
import { chunksOf, hashFile, withFile } from './read-file.ts'
import { sealOf } from './seal.ts'
import { finish, makeTemporary, unfaithful, writeAll } from './temporary-file.ts'

/** A generation without the bytes of its attachments. */
export type LightGeneration = {
  readonly path: string
  /** Of what the file that it was made from says. */
  readonly sha256: string
  /** Of the generation's own file. */
  readonly ownSha256: string
}

/** Writes what a file with attachments holds beside them as a workspace file of its own; undefined where it has none. */
export async function writeLightGeneration(
  host: FileHost,
  from: string,
  target: string,
): Promise<LightGeneration | undefined> {
  const { size } = await host.fs.stat(from)
  return withFile(await host.fs.open(from, 'r'), async (source) => {
    const outline = await outlineOf(source, size)
    if (!outline) return undefined
    return makeTemporary(host, target, { mode: 0o600 }, async (file, path) => {
      const hash = createHash('sha256')
      let position = 0
      for await (const chunk of chunksOf(source, { start: 0, end: outline.imageLength })) {
        hash.update(chunk)
        await writeAll(file, chunk, position)
        position += chunk.length
      }
      const { seal, sha256: ownSha256 } = sealOf(hash.copy())
      await writeAll(file, seal, position)
      for await (const chunk of chunksOf(source, { start: outline.tailStart })) hash.update(chunk)
      await finish(file, { mode: 0o600 })
      if ((await hashFile(host.fs, path)) !== ownSha256) throw unfaithful()
      return { path, sha256: hash.digest('hex'), ownSha256 }
    })
  })
}
