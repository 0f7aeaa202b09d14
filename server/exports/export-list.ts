import type { ExportPage, ExportStatus } from "../../contract/export-status.ts";
import { earshotProblem } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
import { type Entry, statusOf } from "./entry.ts";
import type { Damage } from "./keep/stored.ts";

/** Damaged exports are told of so many at once: the others come when some of these are removed. */
const mostDamaged = 100;

/** The exports in the memory of the server, newest first, and those whose manifest is damaged. */
export type ExportList = {
  put(entry: Entry): void;
  putDamaged(id: string, why: Damage): void;
  /** Takes an export off, of whichever kind. */
  drop(id: string): void;
  clear(): Entry[];
  all(): readonly Entry[];
  /** Of both kinds. */
  readonly size: number;
  /** @throws ProblemError 404 for an id that is not an export's, 409 for one whose manifest is damaged. */
  entry(id: string): Entry;
  isDamaged(id: string): boolean;
  find(id: string): Entry | undefined;
  /** A page of the list, from behind a mark that an earlier page ended with. Those that run are in the first one, too. */
  page(limit: number, after?: string): ExportPage;
};

type Key = { createdAt: string; id: string };

/** Newest first, the id deciding among equals. */
function isBefore(a: Key, b: Key): boolean {
  return a.createdAt > b.createdAt || (a.createdAt === b.createdAt && a.id < b.id);
}

const markOf = ({ createdAt, id }: Key) => `${createdAt}_${id}`;

function keyOf(mark: string): Key {
  const [createdAt = "", id = ""] = mark.split("_");
  return { createdAt, id };
}

export function exportList(retentionMs: number): ExportList {
  const entries = new Map<string, Entry>();
  const damaged = new Map<string, Damage>();
  /** Kept until something comes or goes: the list is asked for more often than that. */
  let sorted: Entry[] | undefined;

  function inOrder(): Entry[] {
    sorted ??= [...entries.values()].sort((a, b) => (isBefore(a.manifest, b.manifest) ? -1 : 1));
    return sorted;
  }

  const damageOf = (id: string, why: Damage) => ({ id, why: sentence(why, { id }) });

  /** Whatever cannot be told of one export is no reason to tell nothing of the others. */
  function told(list: readonly Entry[]): Pick<ExportPage, "items" | "damaged"> {
    const items: ExportStatus[] = [];
    const lost: ExportPage["damaged"] = [];
    for (const one of list) {
      try {
        items.push(statusOf(one, retentionMs));
      } catch {
        lost.push(damageOf(one.manifest.id, "exportUnreadable"));
      }
    }
    return { items, damaged: lost };
  }

  return {
    put(entry) {
      damaged.delete(entry.manifest.id);
      entries.set(entry.manifest.id, entry);
      sorted = undefined;
    },
    putDamaged: (id, why) => void damaged.set(id, why),
    drop(id) {
      entries.delete(id);
      damaged.delete(id);
      sorted = undefined;
    },
    clear() {
      const left = [...entries.values()];
      entries.clear();
      damaged.clear();
      sorted = undefined;
      return left;
    },
    all: () => [...entries.values()],
    get size() {
      return entries.size + damaged.size;
    },
    entry(id) {
      const found = entries.get(id);
      if (found) return found;
      const why = damaged.get(id);
      throw why
        ? earshotProblem("conflict", sentence(why, { id }))
        : earshotProblem("notFound", sentence("exportAbsent"));
    },
    isDamaged: (id) => damaged.has(id),
    find: (id) => entries.get(id),
    page(limit, after) {
      const all = inOrder();
      const key = after === undefined ? undefined : keyOf(after);
      const from = key ? all.findIndex(({ manifest }) => isBefore(key, manifest)) : 0;
      const page = from < 0 ? [] : all.slice(from, from + limit);
      const last = page.at(-1);
      const next = last && last !== all.at(-1) ? { next: markOf(last.manifest) } : {};
      const total = entries.size + damaged.size;
      if (key) return { ...told(page), total, ...next };
      const running = all.slice(limit).filter(({ manifest }) => manifest.state === "running");
      const { items, damaged: lost } = told([...page, ...running]);
      const lostFiles = [...damaged].slice(0, mostDamaged).map(([id, why]) => damageOf(id, why));
      return { items, damaged: [...lost, ...lostFiles], total, ...next };
    },
  };
}
