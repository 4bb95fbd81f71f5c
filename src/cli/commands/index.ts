import type { Command } from '../command.ts'
import { alike } from './alike.ts'
import { apply } from './apply.ts'
import { attach } from './attach.ts'
import { batch } from './batch.ts'
import { brief } from './brief.ts'
import { check } from './check.ts'
import { copy } from './copy.ts'
import { dump } from './dump.ts'
import { exportCommand } from './export.ts'
import { history } from './history.ts'
import { importCommand } from './import.ts'
import { init } from './init.ts'
import { list } from './list.ts'
import { merge } from './merge.ts'
import { search } from './search.ts'
import { show } from './show.ts'
import { stats } from './stats.ts'
import { suggest } from './suggest.ts'
import { xliff } from './xliff.ts'

/** Every command, in the order the help shows them. */
export const COMMANDS: readonly Command[] = [
  ...[
    init,
    importCommand,
    attach,
    apply,
    list,
    show,
    history,
    search,
    suggest,
    merge,
    alike,
    check,
    copy,
    dump,
    brief,
    exportCommand,
    xliff,
    stats,
    batch,
  ],
]
