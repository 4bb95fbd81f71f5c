/** Where a document names people or computers: `what` matches what stands before, the value, and what stands after. */
type Rule = { readonly where: RegExp; readonly what: RegExp; readonly kind: 'person' | 'note' | 'id' }

function element(names: string): RegExp {
  return new RegExp(`(<(?:${names})(?:\\s[^<>]*)?>)([^<]*)(</(?:${names})>)`, 'g')
}

function attribute(names: string): RegExp {
  return new RegExp(`(\\s(?:${names})=")([^"<]*)(")`, 'g')
}

/** Every place that is emptied, and what is to be said of it before. */
export const PERSONAL: readonly Rule[] = [
  { where: /^docProps\/core\.xml$/, what: element('dc:creator|cp:lastModifiedBy'), kind: 'person' },
  {
    where: /^docProps\/core\.xml$/,
    what: element('dc:title|dc:subject|dc:description|cp:keywords|cp:category'),
    kind: 'note',
  },
  { where: /^docProps\/app\.xml$/, what: element('Manager'), kind: 'person' },
  { where: /^docProps\/app\.xml$/, what: element('Company|Template|HyperlinkBase'), kind: 'note' },
  { where: /^docProps\/custom\.xml$/, what: element('vt:lpwstr|vt:lpstr|vt:bstr'), kind: 'note' },
  { where: /^word\//, what: attribute('w:author|w15:author'), kind: 'person' },
  { where: /^word\//, what: attribute('w:initials|w15:userId|w15:providerId'), kind: 'id' },
  { where: /^xl\/comments[^/]*\.xml$|^xl\/comments\//, what: element('author'), kind: 'person' },
  { where: /^xl\/persons\//, what: attribute('displayName'), kind: 'person' },
  { where: /^xl\/persons\//, what: attribute('userId|providerId'), kind: 'id' },
  { where: /^xl\/workbook\.xml$/, what: attribute('userName'), kind: 'person' },
  { where: /^xl\/workbook\.xml$/, what: /(<(?:x15ac:)?absPath[^<>]*\surl=")([^"<]*)(")/g, kind: 'note' },
  { where: /\.rels$/, what: /(\sTarget="file:\/\/\/)([^"<]*)(")/g, kind: 'note' },
  // The picture of page one is left out, and with it what points to it.
  { where: /^_rels\/\.rels$/, what: /()(<Relationship\s[^<>]*docProps\/thumbnail[^<>]*\/>)()/gi, kind: 'id' },
  { where: /^meta\.xml$/, what: element('meta:initial-creator|dc:creator|meta:printed-by'), kind: 'person' },
  {
    where: /^meta\.xml$/,
    what: element('dc:title|dc:subject|dc:description|meta:keyword|meta:user-defined'),
    kind: 'note',
  },
  { where: /^(content|styles)\.xml$/, what: element('dc:creator'), kind: 'person' },
  { where: /^(content|styles)\.xml$/, what: element('meta:creator-initials|loext:sender-initials'), kind: 'id' },
  { where: /^settings\.xml$/, what: /(config:name="PrinterName"[^<>]*>)([^<]*)(<)/g, kind: 'note' },
  { where: /^settings\.xml$/, what: /(config:name="PrinterSetup"[^<>]*>)([^<]*)(<)/g, kind: 'id' },
]

/** Parts that are about a document and not in it: these stand in their place. */
export const EMPTY_PARTS: ReadonlyMap<string, string> = new Map([
  [
    'docProps/core.xml',
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  ],
  [
    'docProps/app.xml',
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  ],
  [
    'docProps/custom.xml',
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
  ],
  [
    'meta.xml',
    '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"><office:meta/></office:document-meta>',
  ],
])
