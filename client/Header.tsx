import { ActionIcon, Badge, Group, Text, Title, Tooltip } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Account } from "../contract/account.ts";
import { formatClock, formatTime } from "./format/time.ts";
import classes from "./Header.module.css";
import { LanguageMenu } from "./ui/LanguageMenu.tsx";
import { SchemeMenu } from "./ui/SchemeMenu.tsx";
import { changeLanguage } from "./use-language.ts";
import { t } from "./words/words.ts";

export type HeaderProps = {
  account: Account;
  /** When the view was pinned, milliseconds since 1970. */
  asOf: number;
  zone: string;
  onRefresh: () => void;
  /** The time range and the export, which belong to other rooms. */
  range: ReactNode;
  actions: ReactNode;
};

const sampleHint = "Embedded sample data: no Twilio credentials are set. Nothing here is a real conversation.";

function AccountChip({ account }: { account: Account }) {
  const sample = account.mode === "sample";
  return (
    <Tooltip label={sample ? sampleHint : `Twilio account ending in ${account.account}`} multiline maw={280}>
      <Badge variant={sample ? "light" : "default"} tabIndex={0} tt="none">
        {sample ? "sample" : account.account}
      </Badge>
    </Tooltip>
  );
}

/** The slim line at the top: whose data, which time, and as of when. */
export function Header({ account, asOf, zone, onRefresh, range, actions }: HeaderProps) {
  return (
    <header className={classes.header}>
      <Group gap="xs" wrap="nowrap">
        <img src="/favicon.svg" alt="" width={22} height={22} />
        <Title order={1} size="h4" className={classes.name}>
          Earshot
        </Title>
        <AccountChip account={account} />
      </Group>
      <div className={classes.range}>{range}</div>
      <Group gap={6} wrap="nowrap" className={classes.asOf}>
        <Tooltip label={`Asked ${formatTime(asOf, zone)}. Twilio’s data is about 15 minutes behind.`}>
          <Text size="xs" c="dimmed" tabIndex={0} className={classes.clock}>
            {t("shell.asOf", { clock: formatClock(asOf, zone) })}
          </Text>
        </Tooltip>
        <ActionIcon variant="default" aria-label={t("shell.refresh")} onClick={onRefresh}>
          <IconRefresh size={15} aria-hidden />
        </ActionIcon>
        <LanguageMenu onLanguage={(next) => void changeLanguage(next)} />
        <SchemeMenu />
      </Group>
      <div className={classes.actions}>{actions}</div>
    </header>
  );
}
