import type { Problem } from '../../core/problem.ts'
import { readBlob } from './blob-source.ts'
import { blobsStart, type PlacedBlob } from './container.ts'
import { readingProblem } from './file-problems.ts'
import type { FileSystem } from './file-system.ts'
import { chunksOf, withFile } from './read-file.ts'

/**
 * Holds every attachment in a file to its hash, and what lies between image and attachments to zeros. Seal and image
 * are known to be right.
 */
export async function problemsBehindImage(
  fs: FileSystem,
  path: string,
  imageLength: number,
  blobs: readonly PlacedBlob[],
): Promise<readonly Problem[]> {
  if (blobs.length === 0) return []
  try {
    let count = 0
    for (const blob of blobs) if (!(await readBlob(fs, { ...blob, path }, async () => undefined))) count += 1
    const problems: Problem[] = count === 0 ? [] : [{ code: 'attachments-damaged', path, count }]
    const padding = { start: imageLength, end: blobsStart(imageLength) }
    const isClean = await withFile(await fs.open(path, 'r'), async (file) => {
      for await (const chunk of chunksOf(file, padding)) if (chunk.some((byte) => byte !== 0)) return false
      return true
    })
    return isClean ? problems : [...problems, { code: 'workspace-damaged', path, what: 'checksum' }]
  } catch (error) {
    return [readingProblem(error, path)]
  }
}
