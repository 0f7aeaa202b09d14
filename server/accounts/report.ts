import type { Account } from "../../contract/account.ts";
import type { FieldRole, FieldRoles, HowFound } from "../../contract/fields.ts";
import type { Finding } from "../../contract/findings.ts";
import type { Cube, Metadata } from "../../contract/metadata.ts";
import { type RoleName, roleNames } from "../../contract/roles.ts";
import { findingSentence } from "./finding-words.ts";

/** What a report is made of. `listed` is missing where the account did not say what it can be asked for. */
export type Reported = {
  account: Account;
  findings: readonly Finding[];
  listed: { metadata: Metadata; fields: FieldRoles } | { failure: string };
};

/** Fields of a cube that are written down: a report goes into a message. */
const mostFields = 200;

const howWords: Record<HowFound, string> = {
  named: "named",
  words: "by its name",
  type: "guessed by its type",
};

function howFound({ how }: FieldRole, isChosen: boolean, isNamed: boolean): string {
  if (how !== "named") return howWords[how];
  return isNamed ? "named by the administrator" : isChosen ? "chosen on the screen" : howWords.named;
}

function whyNone(role: RoleName, { fields: named, chosen }: Account, { badOverrides }: FieldRoles): string {
  if (badOverrides.some((bad) => bad.role === role)) return " (the one that was named is not listed)";
  return (named[role] ?? chosen[role]) === "none" ? " (as a person said)" : "";
}

function roleLines(account: Account, fields: FieldRoles): string[] {
  const { fields: named, chosen } = account;
  const { roles } = fields;
  return roleNames.map((role) => {
    const found = roles[role];
    if (!found) return `  ${role}: no field${whyNone(role, account, fields)}`;
    const how = howFound(found, chosen[role] !== undefined, named[role] !== undefined);
    const grains = role === "time" ? `; by ${Object.keys(roles.time?.grains ?? {}).join(", ") || "no grain"}` : "";
    const condition = found.condition ? `; under a condition on ${found.condition.field}` : "";
    return `  ${role}: ${found.field} of ${found.cube}, ${how}${grains}${condition}`;
  });
}

function fieldLines({ name, measures, dimensions }: Cube): string[] {
  const listed = [
    ...measures.map(
      (one) => `    ${one.name}: measure, ${one.type ?? "no type"}, ${one.aggregation ?? "no aggregation"}`,
    ),
    ...dimensions.map((one) => `    ${one.name}: dimension, ${one.type ?? "no type"}`),
  ];
  const rest = listed.length - mostFields;
  return [`  ${name}`, ...listed.slice(0, mostFields), ...(rest > 0 ? [`    and ${rest} more`] : [])];
}

function findingLine(finding: Finding): string {
  const { how, status, code, at } = finding;
  const by = [how, status && `status ${status}`, code && `code ${code}`, at].filter(Boolean).join(", ");
  return `  ${findingSentence(finding).text} (${by})`;
}

function section(title: string, lines: readonly string[], none: string): string[] {
  return ["", title, ...(lines.length > 0 ? lines : [`  ${none}`])];
}

/**
 * What is known of an account, as text for a bug report: names and shapes, how they were found, what was refused. It
 * holds no value of a conversation, no condition's value and nothing of the account's SID.
 *
 * @param asked what was asked to try it out, a line each; left out where nothing was.
 */
export function accountReport({ account, findings, listed }: Reported, asked?: readonly string[]): string {
  const isListed = "metadata" in listed;
  return [
    `Earshot ${account.version}, ${account.mode === "sample" ? "sample account" : "Twilio account"}`,
    ...(asked ? section("Asked", asked, "Nothing.") : []),
    ...section("Roles", isListed ? roleLines(account, listed.fields) : [`  ${listed.failure}`], ""),
    ...section("Found out about the API", findings.map(findingLine), "Nothing differs from what is documented."),
    ...(isListed ? section("Listed", listed.metadata.cubes.flatMap(fieldLines), "No cube.") : []),
    "",
  ].join("\n");
}
