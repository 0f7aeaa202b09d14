import type { Request } from "express";

/** Gives a request another parameter than it was sent with. */
export function putParameter(req: Request, name: string, value: string): void {
  const url = new URL(req.url, "http://localhost");
  url.searchParams.set(name, value);
  req.url = `${url.pathname}${url.search}`;
}
