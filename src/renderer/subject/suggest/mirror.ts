const COPIED = [
  'fontFamily',
  'fontSize',
  'fontStyle',
  'fontWeight',
  'fontVariationSettings',
  'fontFeatureSettings',
  'letterSpacing',
  'lineHeight',
  'padding',
  'border',
  'boxSizing',
  'textAlign',
  'wordSpacing',
  'textIndent',
] as const

/**
 * The text of a text area once more, unseen and in the same places, to be lit up: what is in a text area itself cannot be.
 * It lies over the text area and lets every click through; whoever asked for it takes it away.
 */
export function mirrorOf(area: HTMLTextAreaElement): HTMLElement {
  const mirror = document.createElement('div')
  mirror.className = 'suggested-mirror'
  mirror.ariaHidden = 'true'
  mirror.textContent = area.value
  const looks = getComputedStyle(area)
  for (const name of COPIED) mirror.style[name] = looks[name]
  mirror.style.left = `${area.offsetLeft}px`
  mirror.style.top = `${area.offsetTop}px`
  mirror.style.width = `${area.offsetWidth}px`
  mirror.style.height = `${area.offsetHeight}px`
  area.after(mirror)
  return mirror
}
