import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type RequestHandler, Router } from "express";
import staticFiles from "express-static-gzip";
import { nonceOf } from "./security.ts";

/** Where index.html wants the nonce of its response. */
const placeholder = "__CSP_NONCE__";

/** Vite writes a hash of the content into every name under assets/, so these files never change. */
function cacheHeader(path: string): string {
  return /[\\/]assets[\\/]/.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
}

function page(folder: string): RequestHandler {
  return async (_request, response) => {
    response.set("Cache-Control", "no-store").type("html");
    const html = await readFile(join(folder, "index.html"), "utf8").catch(() => undefined);
    if (html === undefined) response.status(503).send("The dashboard is not built yet. Run: npm run build\n");
    else response.send(html.replaceAll(placeholder, nonceOf(response)));
  };
}

/**
 * The built client: its files, which are packed when they are built, and index.html for every address that a browser
 * navigates to, since the dashboard's state lives in the address.
 */
export function clientFiles(folder: string): Router {
  const router = Router();
  router.get(["/", "/index.html"], page(folder));
  router.use(
    staticFiles(folder, {
      index: false,
      enableBrotli: true,
      orderPreference: ["br", "gzip"],
      serveStatic: {
        redirect: false,
        setHeaders: (response, path) => response.setHeader("Cache-Control", cacheHeader(path)),
      },
    }),
  );
  router.get("/{*any}", (request, response, next) => {
    if (!request.headers.accept?.includes("text/html")) return next();
    return page(folder)(request, response, next);
  });
  return router;
}
