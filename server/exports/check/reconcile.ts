import { type CountCheck, checkFile } from "../../../contract/checks.ts";
import type { ExportCheck } from "../../../contract/export-check.ts";
import type { Manifest } from "../../../contract/manifest.ts";
import type { Sentence } from "../../../contract/messages/sentence.ts";
import { sentence } from "../../messages/sentence.ts";
import { countDistinct } from "../render/count-distinct.ts";
import { note, noteNoneLost, type RunContext } from "../snapshot/context.ts";
import { rowCells } from "../snapshot/row-cells.ts";
import type { Spool } from "../snapshot/spool.ts";
import { lastRow } from "../snapshot/spool-rows.ts";
import type { Taker } from "../snapshot/taker.ts";
import { countNow } from "./count.ts";
import { lookAtGroups } from "./groups.ts";
import { instantOf } from "./instant-cell.ts";
import { addMissing } from "./missing.ts";
import { askInParts, mayBeShownInParts } from "./parts.ts";
import { readOn } from "./read-on.ts";
import { takeWider } from "./wider.ts";

function held(check: ExportCheck, found: number): CountCheck | undefined {
  const { leftOut, countedBefore, counted, parts, roundedTo, offBy, cappedAt } = check;
  const agreesInParts = parts !== undefined;
  const inexact = { roundedTo, offBy, cappedAt };
  return checkFile({ found, leftOut, before: countedBefore, after: counted, agreesInParts, ...inexact });
}

/** Whether a file and its count differ by more than an estimate of many may. */
function isOff(check: CountCheck | undefined): boolean {
  return check?.kind === "short" || check?.kind === "over";
}

/** Above so many conversations, a count that may be an estimate is no reason to read all ids once more. */
const mostOfEstimate = 100_000;

/**
 * Asks for what is missing: behind the last row, where the upstream ended too soon, and for what it left out.
 *
 * @returns how many conversations came that it left out.
 */
async function mend(
  context: RunContext,
  check: ExportCheck,
  spool: Spool,
  taker: Taker,
  found: () => number,
): Promise<number> {
  const { manifest } = context;
  const { request } = manifest;
  const isEnough = (more = 0) => found() + more + check.leftOut >= (check.counted ?? 0);
  const last = await lastRow(spool);
  const ofTime = check.time && rowCells([check.time.field]);
  const from = last && ofTime && instantOf(ofTime(last)[0], request);
  const before = found();
  // To its very end: a count that is an estimate is no reason to stop before.
  const sink = { take: (rows: readonly Buffer[]) => taker.add(rows), isEnough: () => false };
  if (check.time) await readOn(context, request, sink, from);
  if (found() > before) {
    const isByTime = request.query.orderBy?.[0]?.field === check.time?.field;
    note(manifest, sentence(isByTime ? "noteWentOn" : "noteWentOnBehind"));
  }
  const isEstimate = held(check, found())?.kind === "near" && found() > mostOfEstimate;
  return isEnough() || isEstimate ? 0 : await addMissing(context, taker, isEnough);
}

/**
 * A file that is almost as long as a small count is asked for part by part. What the parts have more is taken. Where they
 * are counted and listed as the file has them, it is the count of the whole that is off.
 *
 * @returns how many conversations came.
 */
async function holdInParts(
  context: RunContext,
  check: ExportCheck,
  spool: Spool,
  taker: Taker,
  found: () => number,
): Promise<number> {
  const doubt = held(check, found());
  if (!doubt || !mayBeShownInParts(check, doubt)) return 0;
  const { came, parts } = await askInParts(context, spool, taker, found);
  if (parts === undefined || held(check, found())?.kind === "agrees") return came;
  // Parts contradict the whole only where that is still the same number, counted in the same way.
  const count = await countNow(context, check.count);
  if ("counted" in count && count.counted === check.counted) check.parts = parts;
  return came;
}

/** Why a count that is another one than the file's does not say that conversations are missing. */
function nearSentence({ found = 0, counted = 0, parts, roundedTo, cappedAt }: ExportCheck): Sentence {
  if (cappedAt !== undefined) return sentence("checkCapped", { found, counted, most: cappedAt });
  if (roundedTo !== undefined) return sentence("checkRounded", { found, counted, most: roundedTo });
  return parts ? sentence("checkParts", { found, counted, parts }) : sentence("checkNear", { found, counted });
}

/** What the figures say, in sentences for whoever opens the file. */
function say(manifest: Manifest, check: ExportCheck): void {
  const { verdict, found = 0, counted = 0, countedBefore, leftOut, astray, clashes } = check;
  // Of a conversation with several rows one may be missing all the same.
  if (verdict === "agrees" && found === manifest.checkpoint.rows) noteNoneLost(manifest);
  if (leftOut > 0) note(manifest, sentence("checkLeftOut", { count: leftOut }));
  if (countedBefore !== undefined && countedBefore !== counted && verdict !== "unchecked") {
    note(manifest, sentence("checkMoved", { before: countedBefore, after: counted }));
  }
  if (verdict === "short") note(manifest, sentence("checkShort", { found, counted }));
  if (verdict === "over") note(manifest, sentence("checkOver", { found, counted }));
  if (verdict === "near") note(manifest, nearSentence(check));
  if (astray > 0) note(manifest, sentence("checkAstray"));
  if (clashes > 0) note(manifest, sentence("checkClashes", { count: clashes }));
}

/**
 * Holds the rows against what Twilio counts for the same query, asks for what is missing, and writes what came of it into
 * the manifest. The count from before the rows comes first; where it does not agree, Twilio counts again.
 */
export async function reconcile(context: RunContext, spool: Spool, taker: Taker, path: string): Promise<void> {
  const { manifest, onActivity } = context;
  const { check, checkpoint } = manifest;
  if (!check) return;
  manifest.notes = manifest.notes.filter(({ key }) => !key?.startsWith("check"));
  const { seen } = taker;
  const first = seen.hasForgotten ? await countDistinct(path, checkpoint, check.id) : seen.ids;
  const idsBefore = seen.ids;
  const found = () => first + seen.ids - idsBefore;
  delete check.parts;
  if (check.countedBefore === undefined) delete check.counted;
  else check.counted = check.countedBefore;
  if (held(check, first)?.kind !== "agrees") {
    onActivity({ kind: "checking" });
    const count = await countNow(context, check.count);
    if ("counted" in count) check.counted = count.counted;
    else if (check.counted === undefined) note(manifest, count.why);
    if (isOff(held(check, first))) await lookAtGroups(context);
    const now = held(check, first);
    const isMissing = now && now.kind !== "agrees" && first + check.leftOut < now.counted;
    const mended = isMissing ? await mend(context, check, spool, taker, found) : 0;
    const filled = mended + (await holdInParts(context, check, spool, taker, found));
    if (filled > 0) note(manifest, sentence("noteFilled", { count: filled }));
  }
  const { leftOut, astray } = check;
  if (astray > 0) {
    const isAll = await takeWider(context, taker);
    // What a wider window has outside is no part of any count; where all of it came, nothing within is missing.
    Object.assign(check, isAll ? { leftOut: 0, astray: 0, counted: found() } : { leftOut, astray });
    if (isAll) delete check.countedBefore;
    if (isAll) note(manifest, sentence("noteWider"));
  }
  check.found = found();
  check.verdict = held(check, check.found)?.kind ?? "unchecked";
  say(manifest, check);
  await context.save();
}
