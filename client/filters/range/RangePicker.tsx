import { Button, Skeleton, VisuallyHidden } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCalendar, IconChevronDown } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { Boundary } from "../../ui/Boundary.tsx";
import { dropDown } from "../../ui/drop-down.ts";
import { DropDown } from "../../ui/floating/DropDown.tsx";
import type { Opener } from "../../ui/floating/use-opener.ts";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { useNarrow } from "../../ui/use-narrow.ts";
import { realRange } from "../../view/range.ts";
import type { View } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import { exactRange } from "./exact-range.ts";
import { RangeBack } from "./RangeBack.tsx";
import classes from "./RangePicker.module.css";
import { rangeLabel } from "./range-label.ts";
import { zoneLabel } from "./zone-text.ts";

// The calendar is as large as the table and the filters together, and most days nobody opens it.
const RangePanel = lazyPart(
  async () => (await import("./RangePanel.tsx")).RangePanel,
  () => <Skeleton className={classes.waiting ?? ""} aria-label={t("filters.range.opening")} />,
);

type RangePickerProps = {
  view: View;
  onChange: (next: View) => void;
  /** The moment at which the view was pinned, in milliseconds since 1970: what "now" means on the screen. */
  now: number;
};

/**
 * The time range and zone of the view: a button in words, with the exact instants as its tooltip, that opens
 * presets, a calendar and the zones.
 */
export function RangePicker({ view, onChange, now }: RangePickerProps) {
  const [opened, { toggle, close }] = useDisclosure(false);
  const narrow = useNarrow();
  // Escape closes one thing at a time: first the open list of zones, then the panel.
  const closeOnEscape = ({ key, target }: KeyboardEvent) => {
    // Not by aria-expanded, which the library sets a moment after it has opened the list.
    const listOpen = target instanceof Element && target.hasAttribute("data-expanded");
    if (key === "Escape" && !listOpen) close();
  };
  const panel = (
    <Boundary>
      <RangePanel view={view} onChange={onChange} now={now} onDone={close} />
    </Boundary>
  );
  const button = (opener?: Opener) => (
    <Button
      aria-haspopup="dialog"
      aria-expanded={opened}
      {...opener}
      classNames={{ root: classes.button ?? "", label: classes.label ?? "" }}
      size="xs"
      variant="default"
      title={exactRange(view.range, view.zone, now)}
      leftSection={<IconCalendar size="0.875rem" aria-hidden="true" />}
      rightSection={<IconChevronDown size="0.875rem" aria-hidden="true" />}
      onClick={toggle}
    >
      <VisuallyHidden>{t("filters.range.title")}: </VisuallyHidden>
      <span className={classes.range}>{rangeLabel(realRange(view.range, view.zone))}</span>
      {view.compare && <span className={classes.previous}>{`\u00a0${t("filters.range.previous")}`}</span>}
      <span className={classes.zone}>{`\u00a0· ${zoneLabel(view.zone)}`}</span>
    </Button>
  );
  if (narrow)
    return (
      <div className={classes.line}>
        {button()}
        <RangeBack view={view} onChange={onChange} />
        <Sheet
          opened={opened}
          onClose={close}
          size="auto"
          title={t("filters.range.title")}
          closeButtonProps={{ "aria-label": t("filters.range.close") }}
          classNames={{ header: classes.header ?? "", body: classes.body ?? "" }}
        >
          {panel}
        </Sheet>
      </div>
    );
  return (
    <div className={classes.line}>
      <DropDown
        {...dropDown}
        opened={opened}
        onChange={close}
        closeOnEscape={false}
        button={button}
        className={`${classes.body} ${classes.dropdown}`}
        onKeyDownCapture={closeOnEscape}
      >
        {panel}
      </DropDown>
      <RangeBack view={view} onChange={onChange} />
    </div>
  );
}
