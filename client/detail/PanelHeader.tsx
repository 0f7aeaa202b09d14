import { ActionIcon, Anchor, CopyButton, Tooltip, VisuallyHidden } from "@mantine/core";
import { IconCheck, IconChevronDown, IconChevronUp, IconCopy, IconExternalLink, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Account } from "../../contract/account.ts";
import type { ConversationFacts } from "../../contract/detail.ts";
import { formatTime, parseTime } from "../format/time.ts";
import { valueLabel } from "../format/values.ts";
import { t } from "../words/words.ts";
import classes from "./header.module.css";
import type { PanelKeys } from "./panel-keys.ts";

/** The Console's front door. Where it shows a single conversation is not documented, and a guessed path would lead nowhere. */
const consoleUrl = "https://1console.twilio.com";

type ToolProps = { label: string; onClick: () => void; isDisabled?: boolean; children: ReactNode };

function Tool({ label, onClick, isDisabled = false, children }: ToolProps) {
  return (
    <Tooltip label={label} openDelay={400}>
      {/* Not `disabled`: at the end of the list the button under the focus must not vanish from under it. */}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        aria-label={label}
        aria-disabled={isDisabled}
        data-end={isDisabled || undefined}
        onClick={() => !isDisabled && onClick()}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

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

function Times({ facts, zone }: { facts: ConversationFacts; zone: string }) {
  const created = parseTime(facts.createdAt, "UTC");
  const updated = parseTime(facts.updatedAt, "UTC");
  return (
    <>
      {facts.status ? <span className={classes.status}>{valueLabel(facts.status)}</span> : null}
      {created === undefined ? null : <span>{t("detail.started", { time: formatTime(created, zone) })}</span>}
      {updated === undefined ? null : <span>{t("detail.changed", { time: formatTime(updated, zone) })}</span>}
    </>
  );
}

export type PanelHeaderProps = PanelKeys & {
  id: string;
  titleId: string;
  facts: ConversationFacts | undefined;
  zone: string;
  account: Account;
};

/** Which conversation this is, and the way to its neighbours, to Twilio and back to the table. */
export function PanelHeader({ id, titleId, facts, zone, account, ...keys }: PanelHeaderProps) {
  const { onClose, onStep, canStep } = keys;
  const where = t(account.mode === "sample" ? "detail.notThere" : "detail.account", { account: account.account });
  return (
    // Not a <header>: in the dialog of a phone it would be a second banner of the page.
    <div className={classes.header}>
      <div className={classes.top}>
        {/* Where a screen of its own takes the focus: its name is read out before its buttons. */}
        <h2 id={titleId} className={classes.title} tabIndex={-1} data-autofocus>
          <bdi>{facts?.name || t("detail.open")}</bdi>
        </h2>
        <div className={classes.tools}>
          <Tool label={t("detail.previous")} isDisabled={!canStep.prev} onClick={() => onStep(-1)}>
            <IconChevronUp size="1rem" aria-hidden />
          </Tool>
          <Tool label={t("detail.next")} isDisabled={!canStep.next} onClick={() => onStep(1)}>
            <IconChevronDown size="1rem" aria-hidden />
          </Tool>
          <Tool label={t("detail.close")} onClick={onClose}>
            <IconX size="1rem" aria-hidden />
          </Tool>
        </div>
      </div>
      <div className={classes.idLine}>
        <span className={classes.id} dir="ltr" translate="no">
          {id}
        </span>
        <CopyId id={id} />
      </div>
      <div className={classes.meta}>
        {facts ? <Times facts={facts} zone={zone} /> : null}
        <Anchor href={consoleUrl} target="_blank" rel="noopener noreferrer" title={where} className={classes.link}>
          {t("detail.console")}
          <IconExternalLink size="0.75rem" aria-hidden />
          <VisuallyHidden> {t("detail.newTab")}</VisuallyHidden>
        </Anchor>
      </div>
    </div>
  );
}
