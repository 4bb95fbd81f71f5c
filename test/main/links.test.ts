import { describe, expect, test } from 'vitest'
import { openableLink } from '../../src/main/links.ts'

describe('a link that may be opened outside', () => {
  test.each([
    ['https://www.unv.org/', 'www.unv.org'],
    ['http://example.org:8080/rapport?lang=fr#p2', 'example.org:8080'],
    ['https://fr.wikipedia.org/wiki/B%C3%A9n%C3%A9volat', 'fr.wikipedia.org'],
    ['mailto:awa@exemple.sn', 'awa@exemple.sn'],
    ['mailto:awa@exemple.sn?subject=Crues&body=Bonjour', 'awa@exemple.sn'],
  ])('%s names who is at the other end', (address, host) => {
    expect(openableLink(address)?.host).toBe(host)
  })

  test('a name in other letters is shown as what it really is', () => {
    // The first letter is Cyrillic.
    expect(openableLink('https://аpple.com/')?.host).toBe('xn--pple-43d.com')
  })
})

describe('an address that is not opened', () => {
  test.each([
    '',
    ' https://www.unv.org/',
    'https:www.unv.org',
    'https:/www.unv.org',
    'https:\\\\www.unv.org',
    'https://www.unv.org\\@evil.example/',
    'https://user:password@www.unv.org/',
    'https://www.unv.org@evil.example/',
    'https://',
    'https:///etc/passwd',
    'https://localhost/',
    'https://printer/',
    'https://[::1]/',
    'https://www.unv.org/\u0000',
    'https://www.unv.org/\u202Egpj.exe',
    'https://www.unv.org/<script>',
    'https://www.unv.org/"onclick=',
    'https://www.unv.org/ file:///etc/passwd',
    'ht\ntps://www.unv.org/',
    'javascript:alert(1)',
    'JavaScript://www.unv.org/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://www.unv.org/1',
    'about:blank',
    'file:///etc/passwd',
    'file://server/share/tool.exe',
    'smb://server/share',
    '\\\\server\\share',
    '//server/share',
    'ftp://ftp.example.org/',
    'ms-msdt:/id PCWDiagnostic',
    'ms-officecmd:{}',
    'search-ms:query=x&crumb=location:\\\\server',
    'ssh://host',
    'tel:+221338210000',
    'temoin://app/index.html',
    'devtools://devtools/bundled/inspector.html',
    'chrome://settings',
    'mailto:',
    'mailto:nobody',
    'mailto:awa@exemple.sn?attach=/etc/passwd',
    'mailto:awa@exemple.sn?subject=x&Attachment=/etc/passwd',
    `https://www.unv.org/${'a'.repeat(2_000)}`,
  ])('%s', (address) => {
    expect(openableLink(address)).toBeNull()
  })
})
