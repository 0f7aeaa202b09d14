import { ActionIcon, Skeleton, Text, VisuallyHidden } from "@mantine/core";
import { IconChevronDown, IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import { formatCount } from "../format/numbers.ts";
import { formatClock, formatTime } from "../format/time.ts";
import { t } from "../words/words.ts";
import { dropDown } from "./drop-down.ts";
import { DropDown } from "./floating/DropDown.tsx";
import { Hint } from "./floating/Hint.tsx";
import { lazyPart } from "./lazy-part.tsx";
import classes from "./Refresh.module.css";
import type { RefreshChoice } from "./refresh-every.ts";

const RefreshPanel = lazyPart(
  async () => (await import("./RefreshPanel.tsx")).RefreshPanel,
  () => <Skeleton h={120} w={200} />,
);

/** By how much Twilio's data is behind, about. */
const behind = 15 * 60_000;

/** How far the data on the screen reaches; why no further is said when it is pointed at or has the focus. */
export function DataTo({ asOf, zone }: { asOf: number; zone: string }) {
  const clock = formatClock(asOf - behind, zone);
  return (
    <Hint label={t("refresh.hint", { time: formatTime(asOf, zone) })}>
      {(hinted) => (
        <Text {...hinted} size="xs" c="dimmed" tabIndex={0} className={classes.data}>
          <span className={classes.whole}>{t("refresh.dataToTime", { clock })}</span>
          <span className={classes.short} aria-hidden>
            {clock}
          </span>
        </Text>
      )}
    </Hint>
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
  const [opened, setOpened] = useState(false);
  const choose = (next: RefreshChoice) => {
    setOpened(false);
    onChoice(next);
  };
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
        <DropDown
          {...dropDown}
          opened={opened}
          onChange={setOpened}
          position="bottom-end"
          padding="xs"
          aria-label={t("refresh.look")}
          button={(opener) => (
            <ActionIcon
              {...opener}
              variant="default"
              size={30}
              className={classes.choose ?? ""}
              data-on={choice.every !== undefined || undefined}
              aria-label={t("refresh.looking", { every })}
              title={t("refresh.looking", { every })}
              onClick={() => setOpened(!opened)}
            >
              <IconChevronDown size="0.8125rem" aria-hidden />
            </ActionIcon>
          )}
        >
          <RefreshPanel choice={choice} onChoice={choose} />
        </DropDown>
      </ActionIcon.Group>
    </>
  );
}
