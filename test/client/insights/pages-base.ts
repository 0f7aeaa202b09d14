import { setGlobalOrigin } from "undici";

/**
 * Lets the relative paths that the client asks for lead to a server of the test, as the page's own address does in a
 * browser. It is fetch's own setting (Node keeps it in one place for undici and for the built-in fetch), so that
 * nothing of the client's requests is replaced. `undefined` takes it back.
 */
export function servePageFrom(url: string | undefined): void {
  setGlobalOrigin(url);
}
