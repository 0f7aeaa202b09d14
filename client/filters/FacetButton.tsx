import { Button, Popover } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { chosenOfRole } from "./chosen-values.ts";
import classes from "./FacetButton.module.css";
import { FacetPanel, type FacetProps } from "./FacetPanel.tsx";
import { roleLabels } from "./role-words.ts";

/** The button of one role, which opens its values. */
export function FacetButton(props: FacetProps) {
  const { role, view } = props;
  const count = chosenOfRole(role, view.chosen[role]).length;
  return (
    <Popover width={260} position="bottom-start" shadow="md" offset={4} trapFocus returnFocus>
      <Popover.Target>
        <Button
          className={classes.button ?? ""}
          size="xs"
          variant="default"
          aria-label={count > 0 ? `${roleLabels[role]}, ${count} chosen` : roleLabels[role]}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
        >
          {roleLabels[role]}
          {count > 0 && <span className={classes.count}>{count}</span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ""}>
        <FacetPanel {...props} />
      </Popover.Dropdown>
    </Popover>
  );
}
