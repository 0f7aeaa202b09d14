import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";

/** The nonce of this response: what its own style elements carry. */
export function nonceOf(response: Response): string {
  return String(response.locals.nonce);
}

/** Gives every response a nonce of its own. */
export const withNonce: RequestHandler = (_request, response, next) => {
  response.locals.nonce = randomBytes(16).toString("base64");
  next();
};

/**
 * Security headers with a policy that names everything that may load. `upgrade-insecure-requests` and HSTS are left
 * out: on the loopback address the page is plain HTTP, and a proxy in front that speaks TLS sets its own.
 */
export const securityHeaders: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      "default-src": ["'self'"],
      "script-src": ["'self'"],
      "style-src": ["'self'", (_request, response) => `'nonce-${nonceOf(response as Response)}'`],
      "img-src": ["'self'", "data:", "blob:"],
      "connect-src": ["'self'"],
      "object-src": ["'none'"],
      "base-uri": ["'none'"],
      "form-action": ["'none'"],
      "frame-ancestors": ["'none'"],
    },
  },
  strictTransportSecurity: false,
  xFrameOptions: { action: "deny" },
  // Not no-referrer, under which a browser sends "Origin: null" with some requests to the page's own server.
  referrerPolicy: { policy: "same-origin" },
});
