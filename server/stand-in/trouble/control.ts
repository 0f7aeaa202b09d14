import { Router } from "express";
import type { Account } from "../account.ts";
import { freshnessMs } from "../options.ts";
import { type AnswerFault, answerFaults, isAnswerFault, pageFaults, readFaultOrder } from "./fault-order.ts";

/** What can be asked for on purpose, by the ends of the paths. */
const surfaces: Record<string, RegExp> = {
  Metadata: /\/Metadata$/,
  Query: /\/Query$/,
  QueryJobs: /\/QueryJobs(\/|$)/,
  Conversations: /^\/v[23]\/Conversations\//,
  OperatorResults: /\/OperatorResults$/,
  Operators: /\/Operators(\/|$)/,
};

const path = "/sample-faults";

/** Faults that the next answers of a surface have, whatever is asked. */
export class Ordered {
  readonly #left = new Map<string, { fault: AnswerFault; times: number }>();

  order(surface: string, fault: AnswerFault, times: number): void {
    this.#left.set(surface, { fault, times });
  }

  clear(): void {
    this.#left.clear();
  }

  /** Takes the fault that was ordered for a path, if any is left. */
  take(requested: string): AnswerFault | undefined {
    for (const [surface, order] of this.#left) {
      if (!surfaces[surface]?.test(requested)) continue;
      order.times--;
      if (order.times <= 0) this.#left.delete(surface);
      return order.fault;
    }
    return undefined;
  }
}

/**
 * A local control beside Twilio's paths: `POST /sample-faults/Metadata/500?times=3` spoils the next three answers, and
 * `DELETE /sample-faults` takes all orders back. It needs no credentials, which are new at each start and told nobody.
 */
export function faultControl(ordered: Ordered): Router {
  const router = Router();
  router
    .route(path)
    .get((_req, res) => {
      res.json({ surfaces: Object.keys(surfaces), answers: answerFaults, pages: pageFaults });
    })
    .delete((_req, res) => {
      ordered.clear();
      res.status(204).end();
    });
  router.post(`${path}/:surface/:fault`, (req, res) => {
    const { surface, fault } = req.params;
    const wanted = readFaultOrder(fault);
    const times = Number(req.query.times ?? 1);
    if (!Object.hasOwn(surfaces, surface) || !wanted || !isAnswerFault(wanted.fault) || !(times >= 1)) {
      res.status(400).json({ message: `GET ${path} says what can be ordered` });
      return;
    }
    ordered.order(surface, wanted.fault, times);
    res.status(204).end();
  });
  return router;
}

const mostArrivals = 1000;

/** A local control of the same kind: `POST /sample-arrivals?count=3` lets three conversations arrive at once. */
export function arrivalControl(account: Account): Router {
  const router = Router();
  router.post("/sample-arrivals", async (req, res) => {
    const count = Number(req.query.count ?? 1);
    if (!Number.isInteger(count) || count < 1 || count > mostArrivals) {
      res.status(400).json({ message: `count must be a whole number from 1 to ${mostArrivals}` });
      return;
    }
    await account.grow(count, new Date(Date.now() - freshnessMs));
    res.status(204).end();
  });
  return router;
}
