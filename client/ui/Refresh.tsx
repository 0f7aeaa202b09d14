import { ActionIcon, Button, Menu, Text, Tooltip } from "@mantine/core";
import { IconChevronDown, IconRefresh } from "@tabler/icons-react";
import { formatClock, formatTime } from "../format/time.ts";
import { t } from "../words/words.ts";
import classes from "./Refresh.module.css";
import { type RefreshChoice, refreshChoices } from "./refresh-every.ts";

/** By how much Twilio's data is behind, about. */
const behind = 15 * 60_000;

/** How far the data on the screen reaches. The whole sentence where there is room, else a short form of it. */
export function DataTo({ asOf, zone }: { asOf: number; zone: string }) {
  const clock = formatClock(asOf - behind, zone);
  return (
    <Tooltip label={t("refresh.hint", { time: formatTime(asOf, zone) })}>
      <Text size="xs" c="dimmed" tabIndex={0} className={classes.data}>
        <span className={classes.long}>{t("refresh.dataTo", { clock })}</span>
        <span className={classes.short}>{t("refresh.dataToShort", { clock })}</span>
      </Text>
    </Tooltip>
  );
}

/** New conversations, when there are some: nothing on the screen moves until this is pressed. */
export function NewCount({ count, onRefresh }: { count: number; onRefresh: () => void }) {
  return (
    <div role="status" className={classes.fresh}>
      {count > 0 && (
        <Button size="xs" variant="light" onClick={onRefresh}>
          {t("refresh.fresh", { count })}
        </Button>
      )}
    </div>
  );
}

type RefreshButtonProps = {
  choice: RefreshChoice;
  onChoice: (next: RefreshChoice) => void;
  onRefresh: () => void;
};

/** Asks anew, and says how often the page may look for new conversations by itself. */
export function RefreshButton({ choice, onChoice, onRefresh }: RefreshButtonProps) {
  const every = t(`refresh.every.${choice.key}`);
  return (
    <ActionIcon.Group>
      <ActionIcon variant="default" aria-label={t("refresh.now")} onClick={onRefresh}>
        <IconRefresh size="0.9375rem" aria-hidden />
      </ActionIcon>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon
            variant="default"
            className={classes.choose ?? ""}
            data-on={choice.every !== undefined || undefined}
            aria-label={t("refresh.looking", { every })}
            title={t("refresh.looking", { every })}
          >
            <IconChevronDown size="0.8125rem" aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t("refresh.look")}</Menu.Label>
          <Menu.RadioGroup
            value={choice.key}
            onChange={(key) => onChoice(refreshChoices.find((one) => one.key === key) ?? refreshChoices[0])}
          >
            {refreshChoices.map(({ key }) => (
              <Menu.RadioItem key={key} value={key} closeMenuOnClick>
                {t(`refresh.every.${key}`)}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
    </ActionIcon.Group>
  );
}
