/** The `tel:` address of a phone number as people write it: "(512) 555-0100 ext. 4" → "tel:5125550100;ext=4". */
export function phoneHref(phone: string): string {
  const [number = '', extension = ''] = phone.split(/\s*(?:ext\.?|x|#)\s*(?=\d+\s*$)/i)
  const plus = number.trim().startsWith('+') ? '+' : ''
  const digits = number.replace(/\D/g, '')
  const extensionDigits = extension.replace(/\D/g, '')
  return `tel:${plus}${digits}${extensionDigits === '' ? '' : `;ext=${extensionDigits}`}`
}
