import { randomBytes } from "node:crypto";
import type { Response } from "express";
import { z } from "zod";
import { badRequest } from "../http/errors.ts";
import type { FaultOrder } from "./fault-order.ts";

const pageSchema = z.looseObject({
  items: z.array(z.unknown()),
  meta: z.looseObject({ nextToken: z.string().nullish() }),
});

/** A token in the place of a real one: the page behind it has a fault. */
export type Spoiled = {
  wanted: FaultOrder;
  token: string;
  page: z.infer<typeof pageSchema>;
  /** The fault has been and is not wanted again. */
  mended: boolean;
};

const most = 1000;
/** The most rows a page may have while the fault `pagesize` is wanted. */
export const largestPage = 20;

/** Swaps tokens of pages for others, and back: so a fault finds the second page of its query. */
export class SpoiledTokens {
  readonly #byToken = new Map<string, Spoiled>();

  find(token: unknown): Spoiled | undefined {
    return typeof token === "string" ? this.#byToken.get(token) : undefined;
  }

  /** The page that this answer will be leads to one with a fault. */
  spoilNext(res: Response, wanted: FaultOrder): void {
    changePage(res, (page) => {
      const { nextToken } = page.meta;
      if (!nextToken) return page;
      const token = randomBytes(24).toString("base64");
      this.#byToken.set(token, { wanted, token: nextToken, page, mended: false });
      const [oldest] = this.#byToken.keys();
      if (this.#byToken.size > most && oldest !== undefined) this.#byToken.delete(oldest);
      return { ...page, meta: { ...page.meta, nextToken: token } };
    });
  }
}

function changePage(res: Response, change: (page: z.infer<typeof pageSchema>) => unknown): void {
  const json = res.json.bind(res);
  res.json = (body: unknown) => {
    const page = pageSchema.safeParse(body);
    return json(res.statusCode === 200 && page.success ? change(page.data) : body);
  };
}

/** The row that ended the page before begins this one, too. */
export function repeatRow(res: Response, before: Spoiled["page"]): void {
  changePage(res, (page) => {
    const items = [...before.items.slice(-1), ...page.items];
    return { ...page, items, meta: { ...page.meta, pageSize: items.length } };
  });
}

/** A page without rows, that goes on to the page that should have been here. */
export function sendEmpty(res: Response, { page, token }: Spoiled): void {
  res.json({ ...page, items: [], meta: { ...page.meta, pageSize: 0, nextToken: token } });
}

export function refuseLargePage(pageSize: unknown): void {
  if (Number(pageSize ?? 50) <= largestPage) return;
  throw badRequest(`pageSize must be a whole number from 1 to ${largestPage}`, { pageSize: String(pageSize ?? 50) });
}
