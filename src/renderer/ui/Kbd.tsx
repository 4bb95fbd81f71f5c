import './hint.css'

/** The keys of a shortcut, as people know them. */
export function Kbd({ keys }: { readonly keys: string }) {
  return <kbd className="kbd">{keys}</kbd>
}
