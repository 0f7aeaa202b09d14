import { UnstyledButton } from "@mantine/core";
import { t } from "../words/words.ts";
import classes from "./Refresh.module.css";
import { type RefreshChoice, refreshChoices } from "./refresh-every.ts";

type RefreshPanelProps = { choice: RefreshChoice; onChoice: (next: RefreshChoice) => void };

/** How often the page may look for new conversations by itself. */
export function RefreshPanel({ choice, onChoice }: RefreshPanelProps) {
  return (
    <fieldset className={classes.choices} aria-label={t("refresh.look")}>
      <legend className={classes.legend}>{t("refresh.look")}</legend>
      {refreshChoices.map((one) => (
        <UnstyledButton
          key={one.key}
          className={classes.oneChoice}
          aria-pressed={one.key === choice.key}
          data-autofocus={one.key === choice.key || undefined}
          onClick={() => onChoice(one)}
        >
          {t(`refresh.every.${one.key}`)}
        </UnstyledButton>
      ))}
    </fieldset>
  );
}
