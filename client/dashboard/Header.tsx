import { Badge, Group, Title, Tooltip } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Account } from "../../contract/account.ts";
import { LanguageMenu } from "../ui/LanguageMenu.tsx";
import { lazyPart } from "../ui/lazy-part.tsx";
import { DataTo, NewCount, RefreshButton } from "../ui/Refresh.tsx";
import type { RefreshChoice } from "../ui/refresh-every.ts";
import { SchemeMenu } from "../ui/SchemeMenu.tsx";
import { changeLanguage } from "../ui/use-language.ts";
import { t } from "../words/words.ts";
import classes from "./Header.module.css";

const RegionDialog = lazyPart(
  async () => (await import("./RegionDialog.tsx")).RegionDialog,
  () => null,
);

export type HeaderProps = {
  account: Account;
  /** Opens what the account can do. */
  onAccount: () => void;
  /** When the view was pinned, milliseconds since 1970. */
  asOf: number;
  zone: string;
  onRefresh: () => void;
  /** How often new conversations are looked for, and how many there are. */
  every: RefreshChoice;
  onEvery: (next: RefreshChoice) => void;
  newCount: number;
  /** The time range and the export, which belong to other rooms. */
  range: ReactNode;
  actions: ReactNode;
};

function AccountChip({ account, onAccount }: Pick<HeaderProps, "account" | "onAccount">) {
  const sample = account.mode === "sample";
  const name = sample ? t("shell.sample") : account.account;
  return (
    <Tooltip label={sample ? t("shell.sampleHint") : t("shell.account", { end: account.account })} multiline maw={280}>
      <Badge
        component="button"
        type="button"
        variant={sample ? "light" : "default"}
        tt="none"
        className={classes.account ?? ""}
        aria-haspopup="dialog"
        data-account
        aria-label={t("shell.accountButton", { name })}
        onClick={onAccount}
      >
        {name}
      </Badge>
    </Tooltip>
  );
}

/** The slim line at the top: whose data, which time, and as of when. */
export function Header(props: HeaderProps) {
  const { account, onAccount, asOf, zone, onRefresh, every, onEvery, newCount, range, actions } = props;
  const [isRegion, setRegion] = useState(false);
  return (
    <header className={classes.header}>
      <Group gap="xs" wrap="nowrap">
        <img src="/favicon.svg" alt="" className={classes.sign} />
        <Title order={1} size="h4" className={classes.name}>
          Earshot
        </Title>
        <AccountChip account={account} onAccount={onAccount} />
      </Group>
      <div className={classes.range}>{range}</div>
      <Group gap={6} wrap="nowrap" className={classes.asOf}>
        <DataTo asOf={asOf} zone={zone} />
        <RefreshButton choice={every} onChoice={onEvery} onRefresh={onRefresh} />
        <LanguageMenu onLanguage={(next) => void changeLanguage(next)} onRegion={() => setRegion(true)} />
        <SchemeMenu />
      </Group>
      <div className={classes.fresh}>
        <NewCount count={newCount} onRefresh={onRefresh} />
      </div>
      <div className={classes.actions}>{actions}</div>
      {isRegion && <RegionDialog onClose={() => setRegion(false)} />}
    </header>
  );
}
