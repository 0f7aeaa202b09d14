import { Button, Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Boundary } from "../ui/Boundary.tsx";
import { t } from "../words/words.ts";
import classes from "./AddFilter.module.css";
import type { AddFilterProps } from "./AddFilterPanel.tsx";
import { AddFilterPanel } from "./add-filter-panel.tsx";
import { addableFields } from "./addable.ts";

/** A button that opens every other field of the account to filter by. */
export function AddFilter(props: AddFilterProps) {
  // Counted, so that it begins with the fields each time, also while the former one is still fading away.
  const [times, setTimes] = useState(0);
  const [opened, { toggle, close }] = useDisclosure(false, { onOpen: () => setTimes((former) => former + 1) });
  if (addableFields(props.addable).length === 0) return null;
  return (
    <Popover
      opened={opened}
      onDismiss={close}
      width={320}
      position="bottom-start"
      shadow="md"
      offset={4}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconPlus size="0.875rem" aria-hidden="true" />}
          onClick={toggle}
        >
          {t("filters.more.add")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ""}>
        <Boundary>
          <AddFilterPanel key={times} {...props} onDone={close} />
        </Boundary>
      </Popover.Dropdown>
    </Popover>
  );
}
