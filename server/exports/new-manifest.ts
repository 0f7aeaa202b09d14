import { randomUUID } from "node:crypto";
import type { Account } from "../../contract/account.ts";
import type { NewExport } from "../../contract/export.ts";
import { limits } from "../../contract/limits.ts";
import type { Manifest } from "../../contract/manifest.ts";
import { selectedIds } from "../../contract/selection.ts";
import { earshotProblem } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
import { instantWriter } from "./instant.ts";
import { emptySha256 } from "./snapshot/spool.ts";

/** @throws ProblemError when it is not an IANA zone that Node knows. */
export function checkZone(zone: string, path: string): void {
  try {
    instantWriter(zone);
  } catch {
    throw earshotProblem("badRequest", sentence("requestZone", { path }));
  }
}

/** Provenance vetoes nothing: an address that nobody could open here is left out, and that is said. */
function keptLink(link: string | undefined): Pick<Manifest, "link" | "notes"> {
  if (link === undefined) return { notes: [] };
  return link.length > limits.address
    ? { notes: [sentence("noteLongLink", { most: limits.address })] }
    : { link, notes: [] };
}

/** The manifest of an export that is about to begin. */
export function newManifest(order: NewExport, account: Account): Manifest {
  const { request, columns, format, name, range, link, expectedRows, options, selectedBy, check } = order;
  const zone = order.zone ?? request.properties?.timezone ?? "UTC";
  checkZone(zone, order.zone === undefined ? "request.properties.timezone" : "zone");
  return {
    manifestVersion: 1,
    id: randomUUID(),
    product: { name: "earshot", version: account.version },
    account: account.account,
    name,
    ...(range === undefined ? {} : { range }),
    request,
    ...(selectedBy === undefined
      ? {}
      : { selection: { field: selectedBy, chosen: selectedIds(request, selectedBy).length } }),
    ...(check === undefined ? {} : { check: { ...check, leftOut: 0, astray: 0, clashes: 0, restarted: false } }),
    columns,
    zone,
    format,
    options,
    ...(expectedRows === undefined ? {} : { expectedRows }),
    state: "running",
    complete: false,
    createdAt: new Date().toISOString(),
    source: { kind: "undecided", why: sentence("sourceUndecided") },
    calls: 0,
    ...keptLink(link),
    checkpoint: { pages: 0, rows: 0, bytes: 0, nextToken: null, repeats: 0, sha256: emptySha256 },
  };
}
