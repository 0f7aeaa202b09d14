import type { FieldOverrides } from "../../contract/account.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import type { Knowledge } from "../accounts/knowledge.ts";
import type { Clock } from "../clock.ts";
import { earshotProblem } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
import type { Log } from "../twilio/guarded.ts";
import { type WirePage, writePage } from "../twilio/read-page.ts";
import type { Upstream } from "../twilio/upstream.ts";
import { clockSearch } from "./clocks/clock-search.ts";
import { clockNotes } from "./clocks/known-clocks.ts";
import { complete, type ReadAll, type WholeRead } from "./complete.ts";
import { countedFromRows } from "./counted.ts";
import { createDoubt } from "./doubt.ts";
import { firstAnswers } from "./first-answers.ts";
import { grainEnds } from "./grain-ends.ts";
import { createGrainSearch } from "./grain-search.ts";
import { jobCalls } from "./jobs.ts";
import { knownShape } from "./known-shape.ts";
import type { SentQuery } from "./ladder.ts";
import { exportLane, type Lane, personLane } from "./lane.ts";
import { leaveOut, mustBeReturned, readRow } from "./leave-out.ts";
import { keepListTexts } from "./list-texts.ts";
import { createNegotiator } from "./negotiate.ts";
import { noted, nothingMissing, withLacks } from "./one-page.ts";
import { orderProof } from "./order-proof.ts";
import { type Plan, planQuery } from "./plan.ts";
import { rememberPlans } from "./plans.ts";
import { readAllPages } from "./read-all.ts";
import { regrained } from "./regrain.ts";
import { type Place, readToken, writeToken } from "./tokens.ts";
import { isOwn, translate } from "./translate.ts";
import { ignoredOrder, learnUnheeded, unheeded, unlessUnheeded, writeAnew } from "./unheeded.ts";
import { valueContradictions } from "./values/contradictions.ts";
import { smallGroups } from "./values/small-groups.ts";

/** Pages that are read for one page of rows that fit; behind them comes an empty page, and the reader goes on. */
const mostPages = 10;

export type DialectOptions = {
  upstream: Upstream;
  knowledge: Knowledge;
  /** Fields that were named for roles, by the deployer and on the screen. */
  named(): FieldOverrides;
  clock: Clock;
  log: Log;
};

/**
 * Speaks with an account's API in the API's own way. What comes in is the one form that the browser and exports use, and
 * so is what goes out; the account's refusals are found out and worked around in between. An account that takes
 * everything as it is gets every request as it came, and its answers go on byte for byte.
 */
export function createDialect({ upstream, knowledge, named, clock, log }: DialectOptions): Upstream {
  const plans = rememberPlans();
  const doubt = createDoubt(knowledge);
  const order = orderProof();
  const values = valueContradictions(knowledge);
  const groups = smallGroups(knowledge);
  const fields = knownShape({ upstream, knowledge, named });
  const { shape, timeField } = fields;
  const ends = grainEnds({ knowledge, clock });
  const clocks = clockSearch({ knowledge, clock, shape });
  /** What was known of the account's clocks when the first page of a plan was sent. */
  const clocksOf = new WeakMap<Plan, string>();
  const negotiator = createNegotiator({ knowledge, clock, log, timeField }, ({ request, pageSize }, signal) =>
    upstream.firstPage(request, pageSize, signal),
  );
  const negotiated = firstAnswers({ knowledge, negotiator, listTexts: keepListTexts({ knowledge, clock }), shape });

  /** One page of the API's at a place of a plan, with all that has to be done to it. */
  async function step(
    plan: Plan,
    place: Omit<Place, "plan">,
    given: WirePage | undefined,
    lane: Lane,
    signal: AbortSignal,
  ) {
    const known = await shape(signal);
    const sent = plan.sent[place.query];
    if (!sent) throw earshotProblem("badRequest", sentence("requestNoToken"));
    const page = given ?? (await (place.token === undefined ? lane.first(sent) : lane.next(place.token)));
    const translated = await translate(plan, page, known, { knowledge, lane });
    if (place.query === 0 && place.token === undefined) {
      const isEnd = page.nextToken === undefined && page.lost === 0 && plan.sent.length === 1;
      const answer = { plan, rows: translated.rows, isEnd, knowledge, shape: known, lane };
      if ((await groups.look(answer)) || (await values.contradict(answer))) writeAnew();
      learnUnheeded(knowledge, unheeded(plan, translated.rows, known));
    } else {
      const fields = ignoredOrder(sent.request, translated.rows, known);
      for (const field of fields) knowledge.learn({ kind: "no-order-by", field, how: "seen" });
      // What has been sent stands; from here on it is said.
      translated.marks.unsorted = [...new Set([...translated.marks.unsorted, ...fields])];
    }
    const whole = await completed(plan, translated.rows, lane, signal);
    const marks = withLacks(translated.marks, whole);
    if (whole.rows.length > 0) mustBeReturned(plan.left, marks.notReturned);
    const kept = leaveOut(plan, whole.rows, known);
    // Only an order that is heeded shows that nothing more can come.
    const ask = async (one: SentQuery) =>
      (await translate(plan, await lane.first(one), known, { knowledge, lane })).rows;
    if (kept.isPast && (await order.ignores(plan, translated.rows, ask))) {
      learnUnheeded(knowledge, [{ kind: "no-order-by", field: plan.until?.field ?? "", how: "seen" }]);
    }
    return { page, translated: { ...translated, marks }, ...kept };
  }

  /** The page at a place of a plan, gone on from until there are rows or there is nothing more. */
  async function pageOf(
    plan: Plan,
    start: Omit<Place, "plan">,
    given: WirePage | undefined,
    lane: Lane,
    signal: AbortSignal,
  ): Promise<WirePage> {
    const name = plans.keep(plan);
    let place = start;
    let first = given;
    for (let pages = 1; ; pages += 1) {
      const { page, translated, rows, isPast } = await step(plan, place, first, lane, signal);
      if (!isOwn(plan, translated)) {
        plans.follow(page.nextToken, name);
        plans.follow(page.previousToken, name);
        return page;
      }
      const { query } = place;
      const own = (token: string | undefined) => token && writeToken({ plan: name, query, token });
      const hasOther = query + 1 < plan.sent.length;
      const behind =
        own(page.nextToken) ?? (hasOther ? writeToken({ plan: name, query: query + 1, token: undefined }) : undefined);
      const next = isPast ? undefined : behind;
      if (rows.length > 0 || next === undefined || pages >= mostPages) {
        const out = { rows: [...rows], nextToken: next, previousToken: own(page.previousToken), domain: page.domain };
        const { marks } = translated;
        return { ...out, lost: marks.lost, bytes: writePage(out, marks), asDocumented: true, marks };
      }
      place = readToken(next) ?? place;
      first = undefined;
    }
  }

  function readAllBy(lane: Lane, signal: AbortSignal, onCall?: () => void): ReadAll {
    return readAllPages({
      first: (request, pageSize) => first(request, pageSize, lane, signal),
      next: (token) => next(token, lane, signal),
      ...(onCall ? { onCall } : {}),
    });
  }

  async function completed(plan: Plan, rows: Buffer[], lane: Lane, signal: AbortSignal): Promise<WholeRead> {
    const id = (await shape(signal)).roles.id?.field;
    if (plan.later.length + plan.laterMeasures.length === 0 || id === undefined) return { rows, ...nothingMissing };
    const most = {
      dimensions: knowledge.find("dimensions")?.most ?? 2,
      measures: knowledge.find("measures")?.most ?? 1,
    };
    return await complete(plan, rows, { id, most, readAll: readAllBy(lane, signal) });
  }

  const counted = countedFromRows(
    { knowledge, clock, shape, groups },
    { first: (request, lane, signal) => first(request, undefined, lane, signal), readAll: readAllBy },
  );

  async function first(
    request: InsightsQueryRequest,
    pageSize: number | undefined,
    lane: Lane,
    signal: AbortSignal,
  ): Promise<WirePage> {
    const before = clocks.known();
    const found = await negotiated(request, pageSize, lane, signal);
    if ("rows" in found) return await counted(found, lane, signal);
    if ("hours" in found) {
      const { rows, ...lacks } = await readAllBy(lane, signal)(found.hours, 1000);
      // The hours may have been counted from rows.
      return noted(regrained(found, rows.map(readRow), lacks), clockNotes((await shape(signal)).times, knowledge));
    }
    const page = await unlessUnheeded(pageOf(found.plan, { query: 0, token: undefined }, found.page, lane, signal));
    // What the account does not heed is known now, and asked for no more.
    if (!page) return await first(request, pageSize, lane, signal);
    const known = await shape(signal);
    doubt.total(request, page.rows, known);
    const ask = (part: InsightsQueryRequest) => first(part, undefined, lane, signal);
    if (await ends.shownIn({ request, page, shape: known }, ask)) return await first(request, pageSize, lane, signal);
    if (!knowledge.find("no-zone") && doubt.isOfOtherZone(request, page, known)) {
      knowledge.learn({ kind: "no-zone", how: "seen" });
      return await first(request, pageSize, lane, signal);
    }
    await clocks.settled({ request, pageSize, rows: page.rows }, lane, signal);
    if (clocks.known() !== before) return await first(request, pageSize, lane, signal);
    clocksOf.set(found.plan, before);
    return page;
  }

  async function next(
    token: string,
    lane: Lane,
    signal: AbortSignal,
    request?: InsightsQueryRequest,
  ): Promise<WirePage> {
    const place = readToken(token);
    const plan = place ? plans.find(place.plan) : (plans.followed(token) ?? (await planAgain(request, signal)));
    const own = place ?? { query: 0, token };
    const page = plan && (await unlessUnheeded(pageOf(plan, own, undefined, lane, signal)));
    if (page) {
      const before = clocksOf.get(plan) ?? clocks.known();
      const pageSize = plan.sent[0]?.pageSize;
      await clocks.settled({ request: plan.canonical, pageSize, rows: page.rows }, lane, signal);
      // The pages before have times by other clocks: all of them are to be read again.
      if (clocks.known() === before) return page;
    }
    if (place || plan) throw earshotProblem("notFound", sentence("dialectToken"), { status: 410 });
    return await lane.next(token);
  }

  /** The plan of a query whose token outlived the server. */
  async function planAgain(request: InsightsQueryRequest | undefined, signal: AbortSignal): Promise<Plan | undefined> {
    const plan = request && planQuery(request, undefined, knowledge, await shape(signal));
    return plan && "sent" in plan ? plan : undefined;
  }

  const grains = createGrainSearch(
    { knowledge, clock, fieldsOf: fields.fieldsOf },
    {
      metadata: fields.metadata,
      first: (request, pageSize, signal) => first(request, pageSize, personLane(upstream, signal), signal),
      readAll: (signal) => readAllBy(personLane(upstream, signal), signal),
    },
  );

  return {
    async metadata(signal) {
      const answer = await upstream.metadata(signal);
      fields.keep(answer.value);
      return answer;
    },
    async firstPage(request, pageSize, signal) {
      await grains.settled(request, signal);
      return await first(request, pageSize, personLane(upstream, signal), signal);
    },
    nextPage: (token, signal) => next(token, personLane(upstream, signal), signal),
    bulk: {
      firstPage: (request, pageSize, ask) => first(request, pageSize, exportLane(upstream, ask), ask.signal),
      nextPage: (token, ask, request) => next(token, exportLane(upstream, ask), ask.signal, request),
      ...jobCalls({ upstream, knowledge, shape }),
    },
    close: () => upstream.close(),
  };
}
