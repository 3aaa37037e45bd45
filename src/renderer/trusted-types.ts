type TrustedTypes = {
  createPolicy(name: 'default', rules: { createHTML(html: string): string | null }): unknown
}

/**
 * Under `require-trusted-types-for 'script'` writing markup throws. react-aria clears its live region by writing an
 * empty string: only that is let through.
 */
export function allowOnlyEmptyMarkup(): void {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  trustedTypes?.createPolicy('default', { createHTML: (html) => (html === '' ? '' : null) })
}
