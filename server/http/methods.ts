import type { RequestHandler } from "express";
import { earshotProblem } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";

/** Ends a route: OPTIONS is told the methods, every other one is refused with them. */
export function onlyMethods(...methods: string[]): RequestHandler {
  const allow = [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  return (request, response) => {
    response.set("Allow", allow);
    if (request.method === "OPTIONS") response.status(204).end();
    else throw earshotProblem("methodNotAllowed", sentence("requestMethod", { method: request.method, allow }));
  };
}
