const GROUPS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const

type Groups = { readonly [Group in (typeof GROUPS)[number]]?: Readonly<Record<string, string>> }

/** What the check reads of package-lock.json. */
export type Lock = {
  readonly packages: Readonly<Record<string, Groups & { readonly version?: string; readonly resolved?: string }>>
}

/** Says why `npm ci` would refuse the lock on this or another system. */
export function findLockFaults(description: Groups, { packages }: Lock): string[] {
  const different = GROUPS.filter((group) => !sameEntries(description[group], packages['']?.[group])).map(
    (group) => `${group} differ between package.json and the lock: run npm install`,
  )
  const perPackage = Object.entries(packages).flatMap(([path, { optionalDependencies = {}, resolved }]) => [
    ...Object.keys(optionalDependencies)
      .filter((name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages))
      .map((name) => `${name} of ${path} is not named: run node scripts/complete-lock.mjs`),
    ...(resolved?.startsWith('http') ? [`${path} names the registry it came from`] : []),
  ])
  return [...different, ...perPackage]
}

function sameEntries(a: Readonly<Record<string, string>> = {}, b: Readonly<Record<string, string>> = {}): boolean {
  const ordered = (entries: Readonly<Record<string, string>>) =>
    JSON.stringify(Object.entries(entries).sort(([x], [y]) => (x < y ? -1 : 1)))
  return ordered(a) === ordered(b)
}
