import {
  type Communication,
  type ConversationDetail,
  communicationSchema,
  operatorResultSchema,
  participantSchema,
} from "../../contract/detail.ts";
import { ProblemError } from "../messages/problem.ts";
import type { ConversationApis } from "../twilio/conversation-apis.ts";
import type { Log } from "../twilio/guarded.ts";
import type { IntelligenceConversation } from "../twilio/intelligence-shapes.ts";
import { communicationsOf, factsOf, participantsOf } from "./from-intelligence.ts";
import { operatorNaming } from "./operator-names.ts";
import { asPart } from "./part.ts";
import { wholeList } from "./whole-list.ts";

/** More lines than a person reads; a call of eight hours has fewer. The screen says where a list was cut. */
export const mostLines = 5000;
const most = { participants: 1000, results: 1000, resultsRead: 5000 };

/** Whether the Conversations API says no, for which Intelligence may still say yes. A limit or an outage will pass. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false;
  const { httpStatusCode: status } = error.problem;
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

/** Words take most of the room and are only looked at where one of them has a confidence. */
function withoutIdleWords(line: Communication): Communication {
  const { transcription } = line.content;
  if (transcription.words.some((word) => word.confidence !== undefined)) return line;
  return { ...line, content: { ...line.content, transcription: { ...transcription, words: [] } } };
}

/** Reads one conversation. Its parts fail one by one; lines about that go to the log. */
export type ReadConversation = (id: string, context: { signal: AbortSignal; log: Log }) => Promise<ConversationDetail>;

/** Reads conversations. What is kept between two readings is the names of operators. */
export function conversationReader(conversationApis: ConversationApis): ReadConversation {
  const nameOperators = operatorNaming(conversationApis);

  return async (id, { signal, log }) => {
    let copy: Promise<IntelligenceConversation> | undefined;

    /** From the Conversations API, or from Intelligence's copy, asked for once, when that refuses. */
    async function either<Own, Other>(own: Promise<Own>, other: (copy: IntelligenceConversation) => Other) {
      try {
        return { ...(await own), source: "conversations" as const };
      } catch (refusal) {
        if (!isRefusal(refusal)) throw refusal;
        copy ??= conversationApis.intelligenceConversation(id, signal);
        const found = await copy.catch((error: unknown) => {
          // The first refusal says more: the copy is only asked for on its account.
          throw error instanceof ProblemError ? refusal : error;
        });
        return { ...other(found), source: "intelligence" as const };
      }
    }

    const conversation = either(
      conversationApis.conversation(id, signal).then((item) => ({ item })),
      (found) => ({ item: factsOf(found) }),
    );
    const participants = either(
      wholeList(participantSchema, { cap: most.participants }, (page) =>
        conversationApis.participants(id, page, signal),
      ),
      (found) => ({ items: participantsOf(found), cut: undefined }),
    );
    const communications = either(
      wholeList(communicationSchema, { cap: mostLines }, (page) => conversationApis.communications(id, page, signal)),
      (found) => {
        const items = communicationsOf(found);
        const cut = items.length > mostLines ? { shown: mostLines, cap: mostLines } : undefined;
        return { items: items.slice(0, mostLines), cut };
      },
    ).then((list) => ({ ...list, items: list.items.map(withoutIdleWords) }));
    const operatorResults = wholeList(
      operatorResultSchema,
      { cap: most.results, mostRead: most.resultsRead },
      (page) => conversationApis.operatorResults(id, page, signal),
      (result) => result.conversationId === id,
    );
    const operators = operatorResults.then(
      ({ items }) =>
        nameOperators(
          items.flatMap(({ operator }) => operator.id ?? []),
          signal,
        ),
      () => ({}),
    );

    const [one, two, three, four, names] = await Promise.all([
      asPart(conversation, signal, log),
      asPart(participants, signal, log),
      asPart(communications, signal, log),
      asPart(operatorResults, signal, log),
      operators,
    ]);
    return {
      id,
      conversation: one,
      participants: two,
      communications: three,
      operatorResults: four,
      operators: names,
    };
  };
}
