import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Boundary } from "../../ui/Boundary.tsx";
import { dropDown } from "../../ui/drop-down.ts";
import { DropDown } from "../../ui/floating/DropDown.tsx";
import { t } from "../../words/words.ts";
import classes from "./AddFilter.module.css";
import type { AddFilterProps } from "./AddFilterPanel.tsx";
import { LazyAddFilterPanel } from "./lazy-add-filter-panel.tsx";
import { useOpening } from "./use-opening.ts";

type AddFilterButtonProps = AddFilterProps & {
  opened: boolean;
  onOpened: (opened: boolean) => void;
  /** How many filters that narrow the view stand in here, because the line has no room for them. */
  inside: number;
  /** Those filters and what else has no room, over the list of fields. */
  before?: ReactNode;
  /** One of them, opened in place of the list. */
  instead?: ReactNode;
};

/** A button that opens every other field of the account to filter by, and the filters for which the line has no room. */
export function AddFilter({ opened, onOpened, field, inside, before, instead, ...props }: AddFilterButtonProps) {
  const last = useOpening(opened, field);
  const add = t("filters.more.add");
  return (
    <DropDown
      {...dropDown}
      opened={opened}
      onChange={onOpened}
      width={320}
      className={classes.dropdown}
      button={(opener) => (
        <Button
          {...opener}
          size="xs"
          variant="subtle"
          color="gray"
          className={classes.button ?? ""}
          leftSection={<IconPlus size="0.875rem" aria-hidden="true" />}
          aria-label={inside > 0 ? t("filters.line.inside", { add, count: inside }) : add}
          onClick={() => onOpened(!opened)}
          data-add-filter
        >
          {t("filters.line.add")}
          {inside > 0 && <span className={classes.inside}>{inside}</span>}
        </Button>
      )}
    >
      <Boundary>
        {instead ?? (
          <>
            {last.field === undefined && before}
            <LazyAddFilterPanel key={last.times} {...props} field={last.field} onDone={() => onOpened(false)} />
          </>
        )}
      </Boundary>
    </DropDown>
  );
}
