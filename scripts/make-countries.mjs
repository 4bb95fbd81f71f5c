// Writes resources/taxonomies/countries.json from the npm package i18n-iso-countries (MIT) and the
// tables below. Run it after the package is updated:
// node scripts/make-countries.mjs && npx biome format --write resources/taxonomies
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const LANGS = ['en', 'fr', 'es']

/** Names we show where the package has an informal, dated or inverted one. */
const SHOWN = {
  ALA: { fr: 'Îles Åland' },
  ARE: { fr: 'Émirats arabes unis' },
  BEN: { es: 'Benín' },
  BHR: { es: 'Baréin' },
  BLM: { es: 'San Bartolomé' },
  BLR: { fr: 'Bélarus', es: 'Belarús' },
  BRN: { fr: 'Brunéi Darussalam', es: 'Brunéi Darussalam' },
  CAF: { fr: 'République centrafricaine' },
  CHN: { en: 'China' },
  CIV: { en: 'Côte d’Ivoire', fr: 'Côte d’Ivoire', es: 'Côte d’Ivoire' },
  COD: { en: 'Democratic Republic of the Congo', es: 'República Democrática del Congo' },
  COG: { en: 'Congo', fr: 'Congo' },
  CPV: { en: 'Cabo Verde', fr: 'Cabo Verde' },
  CUW: { es: 'Curazao' },
  CZE: { en: 'Czechia', fr: 'Tchéquie', es: 'Chequia' },
  DOM: { fr: 'République dominicaine' },
  FLK: { fr: 'Îles Falkland (Malvinas)', es: 'Islas Malvinas (Falkland)' },
  GMB: { en: 'Gambia' },
  GNB: { es: 'Guinea-Bisáu' },
  HMD: { es: 'Islas Heard y McDonald' },
  IOT: { fr: 'Territoire britannique de l’océan Indien' },
  IRN: { en: 'Iran', es: 'Irán' },
  KNA: { es: 'San Cristóbal y Nieves' },
  KOR: { en: 'Republic of Korea', fr: 'République de Corée', es: 'República de Corea' },
  LAO: { en: 'Laos', es: 'Laos' },
  MAF: { es: 'San Martín (parte francesa)' },
  MDA: { en: 'Moldova', fr: 'Moldova', es: 'Moldova' },
  MKD: { en: 'North Macedonia' },
  FSM: { en: 'Micronesia' },
  NLD: { en: 'Netherlands' },
  PLW: { es: 'Palaos' },
  PRK: {
    en: 'Democratic People’s Republic of Korea',
    fr: 'République populaire démocratique de Corée',
    es: 'República Popular Democrática de Corea',
  },
  PSE: { en: 'State of Palestine', fr: 'État de Palestine', es: 'Estado de Palestina' },
  REU: { en: 'Réunion', fr: 'La Réunion', es: 'Reunión' },
  RUS: { en: 'Russian Federation', fr: 'Fédération de Russie', es: 'Federación de Rusia' },
  SAU: { fr: 'Arabie saoudite' },
  SGS: { fr: 'Géorgie du Sud et îles Sandwich du Sud' },
  SHN: { es: 'Santa Elena' },
  SJM: { fr: 'Svalbard et Jan Mayen' },
  STP: { fr: 'Sao Tomé-et-Principe' },
  SWZ: { fr: 'Eswatini', es: 'Eswatini' },
  SXM: { es: 'San Martín (parte neerlandesa)' },
  SYR: { en: 'Syria', es: 'Siria' },
  TUR: { en: 'Türkiye', fr: 'Türkiye', es: 'Türkiye' },
  TWN: { en: 'Taiwan, Province of China', fr: 'Taïwan, province de Chine', es: 'Taiwán, provincia de China' },
  TZA: { en: 'Tanzania', fr: 'Tanzanie' },
  USA: { en: 'United States', fr: 'États-Unis' },
  VAT: { en: 'Holy See', fr: 'Saint-Siège' },
  VGB: { en: 'British Virgin Islands', fr: 'Îles Vierges britanniques', es: 'Islas Vírgenes Británicas' },
  VIR: { en: 'United States Virgin Islands', fr: 'Îles Vierges américaines' },
  VNM: { en: 'Viet Nam', fr: 'Viet Nam', es: 'Viet Nam' },
  XKX: { en: 'Kosovo (UNSCR 1244)', fr: 'Kosovo (résolution 1244)', es: 'Kosovo (resolución 1244)' },
}

/** Names people type that neither the package nor SHOWN has. */
const ALSO = {
  ARE: ['EAU'],
  BHR: ['Baréin', 'Bahrain'],
  BOL: ['Plurinational State of Bolivia', 'Bolivia (Plurinational State of)', 'Estado Plurinacional de Bolivia'],
  BRN: ['Brunei'],
  CAF: ['CAR', 'RCA', 'Centrafrique', 'Central Africa'],
  CHN: ['République populaire de Chine', 'República Popular China'],
  COD: ['DRC', 'DR Congo', 'RDC', 'RD Congo', 'Congo-Kinshasa', 'Congo, Democratic Republic of the'],
  COG: ['Congo-Brazzaville', 'Republic of Congo', 'República del Congo'],
  CPV: ['Cape Verde', 'Cap-Vert'],
  DJI: ['Djibouti', 'Yibuti'],
  ESH: ['Sahara occidental'],
  FLK: ['Falkland Islands', 'Malvinas', 'Îles Malouines'],
  FSM: ['Micronesia (Federated States of)', 'Federated States of Micronesia', 'États fédérés de Micronésie'],
  GBR: ['United Kingdom of Great Britain and Northern Ireland', 'Grande-Bretagne', 'Gran Bretaña'],
  GIN: ['Guinea-Conakry', 'Guinée Conakry'],
  GNB: ['Guinea-Bissau', 'Guinea Bisau'],
  IRN: ['Iran (Islamic Republic of)', 'République islamique d’Iran'],
  KAZ: ['Kazajstán'],
  KEN: ['Kenya'],
  KGZ: ['Kyrgyz Republic', 'Kirghizstan', 'Kirghizie'],
  KOR: ['South Korea', 'Corée du Sud', 'Corea del Sur'],
  LAO: ['Lao PDR', 'RDP Lao', 'République démocratique populaire lao'],
  MAC: ['Macau'],
  MDA: ['Republic of Moldova', 'République de Moldova', 'República de Moldova'],
  MKD: ['Macedonia', 'Macédoine'],
  MMR: ['Burma', 'Birmanie', 'Birmania'],
  MUS: ['Île Maurice', 'Isla Mauricio'],
  NLD: ['Holland', 'Hollande', 'Holanda'],
  PLW: ['Palau'],
  PRK: ['North Korea', 'DPRK', 'Corée du Nord', 'RPDC', 'Corea del Norte'],
  PSE: ['Occupied Palestinian Territory', 'Territoire palestinien occupé', 'Territorio Palestino Ocupado'],
  SHN: ['Santa Helena'],
  STP: ['São Tomé and Príncipe', 'São Tomé'],
  SWZ: ['Swaziland', 'Swazilandia', 'Suazilandia', 'Esuatini'],
  SYR: ['Syria', 'République arabe syrienne'],
  TLS: ['East Timor', 'Timor oriental'],
  TUR: ['Turkey', 'Turquie', 'Turquía'],
  TWN: ['Taiwan', 'Taïwan', 'Taiwán'],
  TZA: ['République-Unie de Tanzanie', 'República Unida de Tanzania', 'Tanzanía'],
  USA: ['EEUU', 'EE. UU.', 'Estados Unidos de América', 'É.-U.'],
  VAT: ['Vatican', 'Ciudad del Vaticano', 'Vaticano', 'Vatican City'],
  VEN: ['Venezuela (Bolivarian Republic of)', 'República Bolivariana de Venezuela'],
  VNM: ['Vietnam', 'Viêt Nam'],
  XKX: ['XKK'],
  ZAF: ['RSA', 'Suráfrica'],
}

/** Both Congos carry the bare name in the package; it stays with the country that is called so. */
const NOT_A_NAME_OF = { COD: ['Congo'] }

const require = createRequire(import.meta.url)
const fromPackage = (path) => JSON.parse(readFileSync(require.resolve(`i18n-iso-countries/${path}`), 'utf8'))
const names = Object.fromEntries(LANGS.map((lang) => [lang, fromPackage(`langs/${lang}.json`).countries]))
const printed = (name) => name.replaceAll("'", '’')
const plain = (name) =>
  name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')

// The package gives Kosovo a code of its own making; XKX is the one that statistics use.
const countries = fromPackage('codes.json').map(([alpha2, packageCode, digits]) => {
  const code = packageCode === 'XKK' ? 'XKX' : packageCode
  const listed = LANGS.flatMap((lang) => [names[lang][alpha2]].flat().map(printed))
  const name = Object.fromEntries(
    LANGS.map((lang) => [lang, SHOWN[code]?.[lang] ?? printed([names[lang][alpha2]].flat()[0])]),
  )
  const known = new Set(Object.values(name).map(plain))
  const also = [...listed, ...(ALSO[code] ?? [])].filter((other) => {
    if (known.has(plain(other)) || NOT_A_NAME_OF[code]?.includes(other)) return false
    return known.add(plain(other))
  })
  const numeric = code === 'XKX' ? {} : { numeric: digits }
  return { code, alpha2, ...numeric, name, ...(also.length > 0 ? { also } : {}) }
})

countries.sort((a, b) => (a.code < b.code ? -1 : 1))
const lines = countries.map((country) => `  ${JSON.stringify(country)}`)
writeFileSync(new URL('../resources/taxonomies/countries.json', import.meta.url), `[\n${lines.join(',\n')}\n]\n`)
