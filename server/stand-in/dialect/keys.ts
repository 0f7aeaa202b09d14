import type { Row } from "../../../contract/page.ts";
import type { Plan } from "../compile/plan.ts";
import { isPart } from "./fields.ts";
import { snake } from "./names.ts";
import type { Dialect, Hooks } from "./types.ts";

const grain = /\.(hour|day|week|month)$/i;

/** `ConversationSummary.Channels` gives `Channels`, `Conversation.CreatedDate.day` gives `CreatedDate.day`. */
function unqualified(name: string): string {
  const [end = ""] = grain.exec(name) ?? [];
  const base = name.slice(0, name.length - end.length);
  return base.slice(base.lastIndexOf(".") + 1) + end;
}

/** A key that two fields of a row would share stays the name of each. */
function keyed(change: (name: string) => string): Hooks {
  return {
    key: (name, names) => {
      const key = change(name);
      return names.filter((one) => change(one) === key).length > 1 ? name : key;
    },
  };
}

function camel(name: string): string {
  return name.replace(/(^|\.)([A-Z])/g, (_, dot: string, letter: string) => dot + letter.toLowerCase());
}

/** Cells of grains stand under the name of the plain time, too. */
function timesTwice(row: Row, { dimensions }: Plan): Row {
  const twice = { ...row };
  for (const one of dimensions) {
    if (one.kind !== "time" || !one.grain) continue;
    const plain = one.name.replace(grain, "");
    if (!Object.hasOwn(twice, plain)) twice[plain] = row[one.name];
  }
  return twice;
}

function withoutLanguage(row: Row, { dimensions }: Plan): Row {
  const names = dimensions.filter((one) => isPart("language", one)).map(({ name }) => name);
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}

/** How the keys of rows differ from the names that were asked for. */
export const keys: readonly Dialect[] = [
  {
    name: "keys-time-twice",
    does: "gives rows with a grain a second key, the name of the plain time, as Cube does",
    hooks: { row: timesTwice },
  },
  {
    name: "key-missing",
    does: "gives no row a key for the language, whatever is asked",
    hooks: { row: withoutLanguage },
  },
  {
    name: "keys-unqualified",
    does: "leaves out the cube’s name in the keys of rows: `Channels` for `ConversationSummary.Channels`",
    hooks: keyed(unqualified),
  },
  {
    name: "keys-qualified",
    does: "puts a cube’s name before keys that have none: `Conversation.Channels` for `Channels`",
    hooks: keyed((name) => (/^\w+$/.test(name.replace(grain, "")) ? `Conversation.${name}` : name)),
  },
  {
    name: "keys-snake",
    does: "writes the keys of rows as `conversation_summary.created_at`",
    hooks: keyed(snake),
  },
  {
    name: "keys-camel",
    does: "writes the keys of rows as `conversationSummary.createdAt`",
    hooks: keyed(camel),
  },
  {
    name: "keys-lower",
    does: "writes the keys of rows in lower case",
    hooks: keyed((name) => name.toLowerCase()),
  },
];
