import type { ReactNode } from "react";
import { asAgentKind } from "../../format/agent-kind.ts";
import { cellMembers, valueLabel } from "../../format/values.ts";
import { agentIcon } from "../../ui/agent-icon.tsx";
import classes from "./cells.module.css";
import { heard } from "./heard.tsx";

/** Who served, with the sign of a person or of software where the account says which. */
export function agent(name: string, kindValue: unknown): ReactNode {
  const [raw = ""] = cellMembers(kindValue);
  const kind = asAgentKind(raw);
  return (
    <span className={classes.text} title={kind ? `${name} · ${valueLabel(raw)}` : name} dir="auto">
      {kind ? agentIcon(kind) : null}
      {name}
      {kind ? heard(`, ${valueLabel(raw)}`) : null}
    </span>
  );
}
