import type { CopyMaker } from '../../../src/ipc/shapes.ts'

/** Names that sync clients and people give to a copy of `w.temoin`, and whose they are. */
export const CONFLICT_NAMES: readonly { readonly by: CopyMaker; readonly name: (w: string) => string }[] = [
  { by: 'syncthing', name: (w) => `${w}.sync-conflict-20261121-223359-DHPLAKK.temoin` },
  { by: 'syncthing', name: (w) => `${w}.sync-conflict-20191121-223359.temoin` },
  { by: 'dropbox', name: (w) => `${w} (Ken's conflicted copy 2026-08-07).temoin` },
  { by: 'dropbox', name: (w) => `${w} (DESKTOP-X's conflicted copy 2026-08-07).temoin` },
  { by: 'dropbox', name: (w) => `${w} (conflicted copy 2026-08-07).temoin` },
  { by: 'dropbox', name: (w) => `${w} (Ken's conflicted copy 2026-08-07 1).temoin` },
  { by: 'dropbox', name: (w) => `${w} (Copie en conflit de Inès 2026-08-07).temoin` },
  { by: 'dropbox', name: (w) => `${w} (Copia en conflicto de José 2026-08-07).temoin` },
  { by: 'dropbox', name: (w) => `${w} (Ken のコンフリクトしたコピー 2026-08-07).temoin` },
  { by: 'nextcloud', name: (w) => `${w} (conflicted copy 2026-11-21 143501).temoin` },
  { by: 'nextcloud', name: (w) => `${w} (conflicted copy Alice 2026-11-21 143501).temoin` },
  { by: 'nextcloud', name: (w) => `${w}_conflict-20171121-143501.temoin` },
  { by: 'nextcloud', name: (w) => `${w} (case clash from Alice).temoin` },
  { by: 'onedrive', name: (w) => `${w}-DESKTOP-4KJ9P2A.temoin` },
  { by: 'onedrive', name: (w) => `${w}-DESKTOP-4KJ9P2A-2.temoin` },
  { by: 'onedrive', name: (w) => `${w}-SURFACE7.temoin` },
  { by: 'onedrive', name: (w) => `${w}-myhost-safeBackup-0001.temoin` },
  { by: 'google-drive', name: (w) => `${w} (1).temoin` },
  { by: 'google-drive', name: (w) => `${w} (Conflict a4ab3033).temoin` },
  { by: 'icloud', name: (w) => `${w} 2.temoin` },
  { by: 'obsidian', name: (w) => `${w} (Conflicted copy laptop 202611211435).temoin` },
  { by: 'hand', name: (w) => `${w} - Copie.temoin` },
  { by: 'hand', name: (w) => `${w} - Copia (2).temoin` },
  { by: 'hand', name: (w) => `${w} copy.temoin` },
  { by: 'hand', name: (w) => `${w} copy 3.temoin` },
  { by: 'hand', name: (w) => `Copie de ${w}.temoin` },
  { by: 'hand', name: (w) => `Copia de ${w}.temoin` },
  { by: 'hand', name: (w) => `Copy of ${w}.temoin` },
  { by: 'earlier', name: (w) => `${w}.temoin.bak` },
  { by: 'unfinished', name: (w) => `~${w}.temoin.0a1b2c3d.tmp` },
]

/** Names that people give to workspaces: plain, with accents and spaces, from right to left, and as if they were copies. */
export const BASES = ['w', 'Projet été', 'مشروع الساحل', 'Équipe Sahel (1)'] as const
