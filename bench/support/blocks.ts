const BLOCK = 128 * 1024

/** How many blocks of 128 KiB a sync client has to send that compares two versions of a file block by block. */
export function differingBlocks(
  before: Buffer,
  after: Buffer,
): { readonly differing: number; readonly blocks: number } {
  const blocks = Math.ceil(after.length / BLOCK)
  let differing = 0
  for (let block = 0; block < blocks; block += 1) {
    const at = block * BLOCK
    if (!after.subarray(at, at + BLOCK).equals(before.subarray(at, at + BLOCK))) differing += 1
  }
  return { differing, blocks }
}
