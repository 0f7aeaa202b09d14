import express, { type Express, Router } from "express";
import type { Accounts } from "../accounts/accounts.ts";
import { withContext } from "../context/request-context.ts";
import type { ExportService } from "../exports/service-shape.ts";
import { earshotProblem } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
import type { Log } from "../twilio/guarded.ts";
import { clientFiles } from "./client-files.ts";
import { errorHandler } from "./errors.ts";
import { type GuardOptions, guard } from "./guard.ts";
import { accountRoute } from "./routes/account.ts";
import { conversationRoute, conversationsRoute } from "./routes/conversation.ts";
import { exportEventsRoute } from "./routes/export-events.ts";
import { exportFilesRoute } from "./routes/export-files.ts";
import { exportsRoute } from "./routes/exports.ts";
import { healthRoute } from "./routes/health.ts";
import { metadataRoute } from "./routes/metadata.ts";
import { queryRoute } from "./routes/query.ts";
import { securityHeaders, withNonce } from "./security.ts";

/** What the app is made of. It reads no environment and opens no port. */
export type Dependencies = GuardOptions & {
  exports: ExportService;
  accounts: Accounts;
  /** The folder of the built client. */
  clientFolder: string;
  /** Aborted when the server begins to end: answers that have no end of their own end then. */
  ending: AbortSignal;
  log: Log;
};

function api({ exports, accounts, ending, log, ...names }: Dependencies): Router {
  const router = Router();
  router.use((_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });
  router.use(guard(names), withContext(accounts, log));
  accountRoute(router);
  metadataRoute(router);
  queryRoute(router);
  conversationsRoute(router);
  conversationRoute(router);
  // Before the routes of one export, among which "events" would be an id.
  exportEventsRoute(router, exports, ending);
  exportsRoute(router, exports);
  exportFilesRoute(router, exports, ending);
  return router;
}

/** Puts the server together: headers, `/healthz`, the guarded `/api`, the client's files, one error handler. */
export function createApp(dependencies: Dependencies): Express {
  const app = express();
  app.disable("x-powered-by");
  // No answer of /api may be kept, and hashing a page to name it would cost more than forwarding it.
  app.disable("etag");
  app.use((_request, response, next) => {
    // An error event that nobody listens to ends the process; what it says is that the browser is gone.
    response.on("error", () => undefined);
    next();
  });
  app.use(withNonce, securityHeaders);
  healthRoute(app);
  app.use("/api", api(dependencies), () => {
    throw earshotProblem("notFound", sentence("requestNoRoute"));
  });
  app.use(clientFiles(dependencies.clientFolder));
  app.use(() => {
    throw earshotProblem("notFound", sentence("requestNothingHere"));
  });
  app.use(errorHandler(dependencies.log));
  return app;
}
