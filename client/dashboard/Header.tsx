import { Badge, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { Account } from "../../contract/account.ts";
import { Hint } from "../ui/floating/Hint.tsx";
import { RefreshButton } from "../ui/Refresh.tsx";
import type { RefreshChoice } from "../ui/refresh-every.ts";
import { t } from "../words/words.ts";
import { Freshness } from "./Freshness.tsx";
import classes from "./Header.module.css";
import { SettingsMenu } from "./SettingsMenu.tsx";

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
  /** The switch between the lenses; a phone has it at its foot. */
  lenses?: ReactNode;
  /** The box in which anything is found. */
  finder?: ReactNode;
  /** Export and what is exported, which belong to another room. */
  actions: ReactNode;
};

function AccountChip({ account, onAccount }: Pick<HeaderProps, "account" | "onAccount">) {
  const sample = account.mode === "sample";
  const name = sample ? t("shell.sample") : account.account;
  return (
    <Hint label={sample ? t("shell.sampleHint") : t("shell.account", { end: account.account })} multiline maw={280}>
      {(hinted) => (
        <Badge
          {...hinted}
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
      )}
    </Hint>
  );
}

/** The slim line at the top: whose data, through which lens, as of when, and what leaves the page. */
export function Header(props: HeaderProps) {
  const { account, onAccount, asOf, zone, onRefresh, every, onEvery, newCount, lenses, finder, actions } = props;
  return (
    <header className={classes.header}>
      <div className={classes.brand}>
        <img src="/favicon.svg" alt="" className={classes.sign} />
        <Title order={1} size="h4" className={classes.name}>
          Earshot
        </Title>
        <AccountChip account={account} onAccount={onAccount} />
      </div>
      {lenses}
      {finder !== undefined && <div className={classes.finder}>{finder}</div>}
      <Freshness asOf={asOf} zone={zone} />
      <div className={classes.actions}>
        <RefreshButton choice={every} onChoice={onEvery} onRefresh={onRefresh} newCount={newCount} />
        {actions}
        <SettingsMenu />
      </div>
    </header>
  );
}
