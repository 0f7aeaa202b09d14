import type { RequestHandler, Response } from "express";
import type { Metadata } from "../../../contract/metadata.ts";
import type { Row } from "../../../contract/page.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import type { Account } from "../account.ts";
import type { Catalogue, Dimension, Measure } from "../catalogue/types.ts";
import type { Plan } from "../compile/plan.ts";
import type { Asked } from "../http/asked.ts";
import type { ErrorBody } from "../http/errors.ts";

/** A page of a query or of a job's results, on its way out. */
export type PageBody = {
  [key: string]: unknown;
  items?: unknown[];
  meta?: { [key: string]: unknown; nextToken?: string | null | undefined };
};

/** The state of a job, on its way out. */
export type JobBody = { [key: string]: unknown; operationId: string; status: string };

/** What a dialect may need of what surrounds it. The clock gives epoch milliseconds. */
export type Surroundings = { account: Account; clock: () => number };

/**
 * Where a dialect takes part. Each hook gets what the account would take or say, and gives what it takes or says in the
 * dialect. Names are the dialect's own: those of the catalogue after all catalogue hooks.
 */
export type Hooks = {
  /** Other names, other columns. Metadata, queries and rows follow it. */
  catalogue?: (catalogue: Catalogue) => Catalogue;
  /** Throws a TwilioError for a query that the account does not take. It sees the query as it was sent. */
  refuse?: (request: InsightsQueryRequest, catalogue: Catalogue) => void;
  /** Reads a query that is spelled, or meant, in another way. It comes after every refusal. */
  rewrite?: (request: InsightsQueryRequest, catalogue: Catalogue) => InsightsQueryRequest;
  /** What the metadata says beside names, which are the catalogue's. */
  metadata?: (metadata: Metadata) => Metadata;
  /** A cell of a dimension, in a query that was asked in a zone. */
  cell?: (value: unknown, dimension: Dimension, zone: string) => unknown;
  /** A cell of a measure. */
  number?: (value: unknown, measure: Measure) => unknown;
  /** A whole row, by the names of its query. */
  row?: (row: Row, plan: Plan) => Row;
  /** The key of a cell, from the name of its field and those of all fields of the row. */
  key?: (name: string, names: readonly string[]) => string;
  paging?: { cap?: number; shuffled?: true; arriving?: true };
  page?: (page: PageBody) => PageBody;
  job?: (job: JobBody) => JobBody;
  /** Any answer of Insights that is no error, in a shape of its own. It comes after all other changes. */
  answer?: (body: unknown, asked: Asked, res: Response) => unknown;
  /** An error of Insights, in a shape of its own. It may change the status and the headers. */
  error?: (error: ErrorBody, res: Response) => unknown;
  /** The bytes of any answer, and headers about them. */
  send?: (bytes: Buffer, res: Response) => Buffer;
  /** All else: it stands before the routes, behind the hooks for queries. One is made for each account. */
  handler?: (surroundings: Surroundings) => RequestHandler;
};

/** One way in which an account differs from the usual one. */
export type Dialect = {
  name: string;
  /** What the account does, in a sentence without its subject. */
  does: string;
  hooks: Hooks;
};

/** A dialect that knows an amount, written `row-cap=500`. */
export type MeasuredDialect = Omit<Dialect, "hooks"> & {
  /** The amount where none is written. */
  usual: number;
  hooks: (amount: number) => Hooks;
};
