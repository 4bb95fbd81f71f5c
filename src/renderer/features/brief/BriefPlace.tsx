import '../../subject/desk.css'
import './brief.css'
import { BriefList } from './BriefList.tsx'
import { Workbench } from './Workbench.tsx'

/** Where briefs are made: the list of them, or one on the workbench. */
export function BriefPlace({ id }: { readonly id: string | null }) {
  return <main className="brief-place">{id === null ? <BriefList /> : <Workbench id={id} />}</main>
}
