import { useEffect, useState } from 'react'
import type { Outcome } from '../../../core/problem.ts'
import type { EarlierVersion, VersionContent } from '../../../ipc/shapes.ts'
import { call } from '../../app/client.ts'

/** An earlier version, and what is in it once it has been read. */
export type ListedVersion = EarlierVersion & { readonly content: Outcome<VersionContent> | null }

/** The earlier versions of a file, latest first; undefined until they are known. Each is read in turn, however large. */
export function useVersions(path: string): readonly ListedVersion[] | undefined {
  const [versions, setVersions] = useState<readonly ListedVersion[]>()
  useEffect(() => {
    let isLeft = false
    const read = async (): Promise<void> => {
      const listed = await call('versions.list', { path })
      const found = listed.ok ? listed.value : []
      if (isLeft) return
      setVersions(found.map((version) => ({ ...version, content: null })))
      for (const { id } of found) {
        const content = await call('versions.look', { path, version: id })
        if (isLeft) return
        setVersions((before) => before?.map((version) => (version.id === id ? { ...version, content } : version)))
      }
    }
    void read()
    return () => {
      isLeft = true
    }
  }, [path])
  return versions
}
