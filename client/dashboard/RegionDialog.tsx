import { Button, Modal, NativeSelect, Text } from "@mantine/core";
import { type FormEvent, useState } from "react";
import {
  browserLocale,
  changeRegion,
  chosenRegion,
  isBrowserTwelveHours,
  type Region,
  weekStarts,
} from "../browser/region.ts";
import { browserFirstWeekday } from "../browser/week-start.ts";
import { exampleClock, exampleDate, exampleNumber, weekdayName } from "../format/examples.ts";
import { currentLocale, t } from "../words/words.ts";
import classes from "./RegionDialog.module.css";

/** Ways of writing that differ from one another; each is called by what it looks like. */
const dates = ["en-US", "en-GB", "de-DE", "fr-FR", "sv-SE"];
const numbers = ["en-US", "de-DE", "fr-FR", "de-CH", "en-IN"];

type Choice = { value: string; label: string };

function lists(): Record<keyof Region, Choice[]> {
  const own = browserLocale() ?? currentLocale();
  const automatic = (example: string) => ({ value: "", label: t("shell.region.automatic", { example }) });
  return {
    dates: [automatic(exampleDate(own)), ...dates.map((value) => ({ value, label: exampleDate(value) }))],
    numbers: [automatic(exampleNumber(own)), ...numbers.map((value) => ({ value, label: exampleNumber(value) }))],
    clock: [
      automatic(exampleClock(isBrowserTwelveHours())),
      { value: "24", label: exampleClock(false) },
      { value: "12", label: exampleClock(true) },
    ],
    week: [
      automatic(weekdayName(browserFirstWeekday())),
      ...weekStarts.map((value) => ({ value, label: weekdayName(Number(value)) })),
    ],
  };
}

/** What is written in a select, which the schema of the region reads. */
type RegionDraft = Partial<Record<keyof Region, string | undefined>>;

const parts = ["dates", "numbers", "clock", "week"] as const;

/** How dates, numbers, clocks and weeks are written on the screen, whatever its language: as the browser has it, or chosen. */
export function RegionDialog({ onClose }: { onClose: () => void }) {
  const [draft, setDraft] = useState<RegionDraft>(chosenRegion());
  const [choices] = useState(lists);
  const save = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    changeRegion(draft);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("shell.region.title")}
      closeButtonProps={{ "aria-label": t("shell.region.close") }}
    >
      <form className={classes.form} onSubmit={save}>
        {parts.map((part) => (
          <NativeSelect
            key={part}
            size="xs"
            label={t(`shell.region.${part}`)}
            data={choices[part]}
            value={draft[part] ?? ""}
            onChange={({ currentTarget }) => setDraft({ ...draft, [part]: currentTarget.value || undefined })}
          />
        ))}
        <Text size="xs" c="dimmed">
          {t("shell.region.hint")}
        </Text>
        <Button size="xs" type="submit">
          {t("shell.region.save")}
        </Button>
      </form>
    </Modal>
  );
}
