import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { type FieldOverrides, fieldOverridesSchema } from "../../contract/account.ts";
import { type Finding, type FindingKind, findingSchema } from "../../contract/findings.ts";
import { type FoundGrain, foundGrainSchema } from "../../contract/grains.ts";
import type { RoleName } from "../../contract/roles.ts";
import type { Clock } from "../clock.ts";
import { replaceFile } from "../keep/atomic-file.ts";

/** After so long a refusal is found out anew: the API is a beta, and what it refuses may be taken tomorrow. */
const believedMs = 24 * 3_600_000;

/** More than this is no account's; it bounds the file and what each request looks through. */
const most = 500;

/**
 * What is known of one account beside its metadata: how its API differs from what is documented, and which fields were
 * chosen for roles on the screen. Names and shapes, never a value of a conversation.
 */
export type Knowledge = {
  /** Grows with each change. */
  readonly version: number;
  /** Everything that is still believed, in the order in which it was found. */
  findings(): readonly Finding[];
  find(kind: FindingKind, field?: string): Finding | undefined;
  /** Remembers a finding in the place of one of the same kind and field. */
  learn(finding: Omit<Finding, "at">): void;
  /** Fields that the account lists and refuses. */
  refusedFields(): string[];
  /** Grains of times that were found by their values. */
  grains(): FoundGrain[];
  forget(kind: FindingKind, field?: string): void;
  chosen(): FieldOverrides;
  /** Chooses a field for a role, or takes the choice back. Resolves when it is on disk. */
  choose(role: RoleName, field: string | undefined): Promise<void>;
  /** Resolves when everything that was learned is on disk. */
  saved(): Promise<void>;
};

const keptSchema = z.object({
  findings: z.array(findingSchema).max(most).catch([]),
  chosen: z.catch(fieldOverridesSchema, {}),
});

type Kept = z.infer<typeof keptSchema>;

async function readKept(path: string | undefined): Promise<Kept> {
  const text = path === undefined ? "" : await readFile(path, "utf8").catch(() => "");
  try {
    return keptSchema.parse(JSON.parse(text));
  } catch {
    return { findings: [], chosen: {} };
  }
}

/** The file of an account's knowledge. Its name does not tell which account it is. */
export function knowledgePath(dataFolder: string, accountSid: string): string {
  const name = createHash("sha256").update(accountSid).digest("hex").slice(0, 16);
  return join(dataFolder, "accounts", `${name}.json`);
}

/**
 * Opens what is known of an account. A file that cannot be read is nothing known: it is all found out again.
 *
 * @param path where it is kept; nowhere when undefined, as for an embedded account, which is another one at each start.
 */
export async function openKnowledge(
  path: string | undefined,
  clock: Clock,
  log: (line: string) => void,
): Promise<Knowledge> {
  const kept = await readKept(path);
  let { findings } = kept;
  let { chosen } = kept;
  let version = 0;
  let writing: Promise<void> = Promise.resolve();

  const isSame = (a: Pick<Finding, "kind" | "field">, kind: FindingKind, field: string | undefined) =>
    a.kind === kind && a.field === field;
  const isBelieved = ({ at }: Finding) => {
    const age = clock.now() - Date.parse(at);
    return age < believedMs && age > -believedMs;
  };

  async function write(): Promise<void> {
    if (path === undefined) return;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await replaceFile(path, `${JSON.stringify({ findings, chosen }, null, 2)}\n`);
  }

  function changed(): Promise<void> {
    version += 1;
    const done = writing.then(write);
    writing = done.catch(() => log("what was found out about the account was not kept"));
    return done;
  }

  return {
    get version() {
      return version;
    },
    findings: () => findings.filter(isBelieved),
    refusedFields: () =>
      findings.flatMap((one) => (one.kind === "no-field" && one.field && isBelieved(one) ? [one.field] : [])),
    grains: () =>
      findings.flatMap((one) => {
        const { success, data } = foundGrainSchema.safeParse({ ...one, grain: one.value });
        return success && one.kind === "grain" && isBelieved(one) ? [data] : [];
      }),
    find: (kind, field) => findings.find((one) => isSame(one, kind, field) && isBelieved(one)),
    learn(finding) {
      const others = findings.filter((one) => !isSame(one, finding.kind, finding.field));
      findings = [...others, { ...finding, at: new Date(clock.now()).toISOString() }].slice(-most);
      changed().catch(() => undefined);
    },
    forget(kind, field) {
      const left = findings.filter((one) => !isSame(one, kind, field));
      if (left.length === findings.length) return;
      findings = left;
      changed().catch(() => undefined);
    },
    chosen: () => chosen,
    async choose(role, field) {
      const { [role]: _, ...others } = chosen;
      chosen = field === undefined ? others : { ...others, [role]: field };
      await changed();
    },
    saved: () => writing,
  };
}
