import { ActionIcon, CopyButton, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy, IconExternalLink } from "@tabler/icons-react";
import type { Account } from "../../contract/account.ts";
import type { ConversationFacts } from "../../contract/detail.ts";
import { formatTime, parseTime } from "../format/time.ts";
import { t } from "../words/words.ts";
import classes from "./head.module.css";
import { Tool } from "./PanelHeader.tsx";

/** The Console's front door. Where it shows a single conversation is not documented, and a guessed path would lead nowhere. */
const consoleUrl = "https://1console.twilio.com";

function CopyId({ id }: { id: string }) {
  return (
    <CopyButton value={id} timeout={2000}>
      {({ copied, copy }) => (
        <Tool label={copied ? t("detail.copied") : t("detail.copyId")} onClick={copy}>
          {copied ? <IconCheck size="0.875rem" aria-hidden /> : <IconCopy size="0.875rem" aria-hidden />}
        </Tool>
      )}
    </CopyButton>
  );
}

export type IdLineProps = { id: string; facts: ConversationFacts | undefined; zone: string; account: Account };

/** What the conversation is to machines: its id, when its record changed, and the way to Twilio. */
export function IdLine({ id, facts, zone, account }: IdLineProps) {
  const where = t(account.mode === "sample" ? "detail.notThere" : "detail.account", { account: account.account });
  const updated = parseTime(facts?.updatedAt, "UTC");
  return (
    <div className={classes.idLine}>
      <span className={classes.idPart}>
        <span className={classes.id} dir="ltr" translate="no">
          {id}
        </span>
        <CopyId id={id} />
        <Tooltip label={`${t("detail.console")}: ${where}`} openDelay={400}>
          <ActionIcon
            component="a"
            variant="subtle"
            color="gray"
            size="md"
            href={consoleUrl}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={`${t("detail.console")} ${t("detail.newTab")}`}
          >
            <IconExternalLink size="0.875rem" aria-hidden />
          </ActionIcon>
        </Tooltip>
      </span>
      {updated === undefined ? null : <span>{t("detail.changed", { time: formatTime(updated, zone) })}</span>}
    </div>
  );
}
