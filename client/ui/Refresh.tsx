import { ActionIcon, Menu, Text, Tooltip, VisuallyHidden } from "@mantine/core";
import { IconChevronDown, IconRefresh } from "@tabler/icons-react";
import { formatCount } from "../format/numbers.ts";
import { formatClock, formatTime } from "../format/time.ts";
import { t } from "../words/words.ts";
import classes from "./Refresh.module.css";
import { type RefreshChoice, refreshChoices } from "./refresh-every.ts";

/** By how much Twilio's data is behind, about. */
const behind = 15 * 60_000;

/** How far the data on the screen reaches; why no further is said when it is pointed at or has the focus. */
export function DataTo({ asOf, zone }: { asOf: number; zone: string }) {
  const clock = formatClock(asOf - behind, zone);
  return (
    <Tooltip label={t("refresh.hint", { time: formatTime(asOf, zone) })}>
      <Text size="xs" c="dimmed" tabIndex={0} className={classes.data}>
        {t("refresh.dataToTime", { clock })}
      </Text>
    </Tooltip>
  );
}

type RefreshButtonProps = {
  choice: RefreshChoice;
  onChoice: (next: RefreshChoice) => void;
  onRefresh: () => void;
  /** How many new conversations there are: nothing on the screen moves until this is pressed. */
  newCount: number;
};

/** Asks anew, with the number of new conversations on it; beside it, how often the page may look for them by itself. */
export function RefreshButton({ choice, onChoice, onRefresh, newCount }: RefreshButtonProps) {
  const every = t(`refresh.every.${choice.key}`);
  const label = newCount > 0 ? t("refresh.withNew", { count: newCount }) : t("refresh.now");
  return (
    <>
      <VisuallyHidden role="status">{newCount > 0 ? t("refresh.fresh", { count: newCount }) : ""}</VisuallyHidden>
      <ActionIcon.Group>
        <ActionIcon
          size={30}
          variant="default"
          className={classes.refresh ?? ""}
          aria-label={label}
          title={label}
          onClick={onRefresh}
        >
          <IconRefresh size="0.9375rem" aria-hidden />
          {newCount > 0 && (
            <span className={classes.count} aria-hidden>
              {newCount > 99 ? t("refresh.many", { count: formatCount(99) }) : formatCount(newCount)}
            </span>
          )}
        </ActionIcon>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon
              variant="default"
              size={30}
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
    </>
  );
}
