import { agent } from "./roles/agent.ts";
import { agentKind } from "./roles/agent-kind.ts";
import { channel } from "./roles/channel.ts";
import { count } from "./roles/count.ts";
import { customer } from "./roles/customer.ts";
import { duration } from "./roles/duration.ts";
import { id } from "./roles/id.ts";
import { language } from "./roles/language.ts";
import { name } from "./roles/name.ts";
import type { Role } from "./roles/role.ts";
import { sentiment } from "./roles/sentiment.ts";
import { status } from "./roles/status.ts";
import { time } from "./roles/time.ts";
import { topic } from "./roles/topic.ts";

/** The parts a field can play on the screen, in the order in which they are listed. */
export const roleNames = [
  "id",
  "time",
  "name",
  "topic",
  "channel",
  "language",
  "sentiment",
  "status",
  "agent",
  "agentKind",
  "customer",
  "duration",
  "count",
] as const;
export type RoleName = (typeof roleNames)[number];

const records = {
  id,
  time,
  name,
  topic,
  channel,
  language,
  sentiment,
  status,
  agent,
  agentKind,
  customer,
  duration,
  count,
} satisfies Record<RoleName, Role>;

/** Every role's record. What is known of roles in general stands there alone; all else is derived from it. */
export const roles: Readonly<Record<RoleName, Role>> = records;

/** The roles of whose record a part is so. */
type RolesWith<Part extends keyof Role, Value> = {
  [Name in RoleName]: (typeof records)[Name][Part] extends Value ? Name : never;
}[RoleName];

/** The roles that conversations are charted and filtered by: those of the small cube. */
export type CubeRole = RolesWith<"inCube", true>;
export const cubeRoles: readonly CubeRole[] = roleNames.filter((name): name is CubeRole => roles[name].inCube);

/** The roles that are columns, in the order in which they stand. */
export type ColumnRole = RolesWith<"column", object>;
export const columnRoles: readonly ColumnRole[] = roleNames
  .filter((name): name is ColumnRole => roles[name].column !== undefined)
  .toSorted((a, b) => (roles[a].column?.place ?? 0) - (roles[b].column?.place ?? 0));

/** Something for each role of the small cube. */
export function perCubeRole<T>(of: (role: CubeRole) => T): Record<CubeRole, T> {
  return { channel: of("channel"), language: of("language"), sentiment: of("sentiment"), status: of("status") };
}
