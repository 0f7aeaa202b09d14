import { Button, Popover } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Boundary } from "../../ui/Boundary.tsx";
import { dropDown } from "../../ui/drop-down.ts";
import { t } from "../../words/words.ts";
import classes from "./AddFilter.module.css";
import type { AddFilterProps } from "./AddFilterPanel.tsx";
import { addableFields } from "./addable.ts";
import { LazyAddFilterPanel } from "./lazy-add-filter-panel.tsx";

type AddFilterButtonProps = AddFilterProps & {
  opened: boolean;
  onOpened: (opened: boolean) => void;
};

/** A button that opens every other field of the account to filter by. */
export function AddFilter({ opened, onOpened, field, ...props }: AddFilterButtonProps) {
  // Counted, so that it begins anew each time, and as it was opened, also while the former one is still fading away.
  const [last, setLast] = useState({ opened: false, times: 0, field });
  if (opened !== last.opened) setLast(opened ? { opened, times: last.times + 1, field } : { ...last, opened });
  if (addableFields(props.addable).length === 0 && field === undefined) return null;
  const close = () => onOpened(false);
  return (
    <Popover opened={opened} onChange={onOpened} width={320} {...dropDown}>
      <Popover.Target>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconPlus size="0.875rem" aria-hidden="true" />}
          onClick={() => onOpened(!opened)}
        >
          {t("filters.more.add")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ""}>
        <Boundary>
          <LazyAddFilterPanel key={last.times} {...props} field={last.field} onDone={close} />
        </Boundary>
      </Popover.Dropdown>
    </Popover>
  );
}
