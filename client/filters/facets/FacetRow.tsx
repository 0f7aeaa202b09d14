import { ActionIcon, Button, Checkbox, VisuallyHidden } from "@mantine/core";
import { IconBan } from "@tabler/icons-react";
import { type KeyboardEvent, useId } from "react";
import { formatCount } from "../../format/numbers.ts";
import type { FilterRole } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import classes from "./FacetList.module.css";
import type { FacetOption } from "./facet-options.ts";
import { ValueText } from "./ValueText.tsx";

/** What can be done with one line. */
export type FacetActions = {
  onToggle: (option: FacetOption) => void;
  onOnly: (option: FacetOption) => void;
  onExclude: (option: FacetOption) => void;
};

type FacetRowProps = FacetActions & {
  role?: FilterRole;
  option: FacetOption;
  /** Whether Tab stops here: one line of a list does, the arrow keys reach the others. */
  tabStop: boolean;
  /** Whether the focus comes here when the list is opened. */
  autoFocus: boolean;
  onFocus: () => void;
};

/** The number alone for the eye; with what it counts for those who hear it. */
export function Count({ id, count }: { id: string; count: number }) {
  return (
    <span className={classes.count} id={id}>
      {formatCount(count)} <VisuallyHidden>{t("facetPanel.conversations", { count })}</VisuallyHidden>
    </span>
  );
}

/** One value with its tick and its count, and the ways to choose it alone or to leave it out. */
export function FacetRow({ role, option, tabStop, autoFocus, onFocus, onToggle, onOnly, onExclude }: FacetRowProps) {
  const id = useId();
  const { label: value, excluded } = option;
  /** Of everything in the line that can have the focus. */
  const stop = { tabIndex: tabStop ? 0 : -1, onFocus };
  const toggleOnEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    onToggle(option);
  };
  return (
    <div className={classes.row} data-excluded={excluded || undefined}>
      <label className={classes.tick} htmlFor={id} data-empty={option.count === 0 || undefined}>
        <Checkbox
          id={id}
          size="xs"
          checked={option.chosen}
          {...stop}
          data-autofocus={autoFocus || undefined}
          aria-labelledby={`${id}-label`}
          aria-describedby={excluded ? `${id}-count ${id}-excluded` : `${id}-count`}
          onChange={() => onToggle(option)}
          onKeyDown={toggleOnEnter}
        />
        <span className={classes.label} id={`${id}-label`} title={option.label}>
          <ValueText {...(role ? { role } : {})} valueKey={option.key} label={option.label} />
        </span>
        {excluded && <VisuallyHidden id={`${id}-excluded`}>{t("facetPanel.isExcluded")}</VisuallyHidden>}
        <Count id={`${id}-count`} count={option.count} />
      </label>
      <span className={classes.actions}>
        <Button
          className={classes.only ?? ""}
          size="compact-xs"
          variant="subtle"
          {...stop}
          aria-label={t("facetPanel.onlyValue", { value })}
          onClick={() => onOnly(option)}
        >
          {t("facetPanel.only")}
        </Button>
        <ActionIcon
          className={classes.exclude ?? ""}
          size={24}
          variant="subtle"
          color={excluded ? "red" : "gray"}
          {...stop}
          aria-pressed={excluded}
          aria-label={t("facetPanel.exclude", { value })}
          title={t("facetPanel.exclude", { value })}
          onClick={() => onExclude(option)}
        >
          <IconBan size="0.875rem" aria-hidden="true" />
        </ActionIcon>
      </span>
    </div>
  );
}
