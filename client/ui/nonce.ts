/** The nonce of this page's content policy: without it the browser ignores the style elements that Mantine adds. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
}

/**
 * Tells the nonce to the library that locks scrolling under a drawer, which writes a style element of its own. It asks
 * for a global of this name, Webpack's.
 */
export function shareStyleNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
