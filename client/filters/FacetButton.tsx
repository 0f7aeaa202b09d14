import { Button, Popover } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { t } from "../words/words.ts";
import { chosenOfRole } from "./chosen-values.ts";
import classes from "./FacetButton.module.css";
import { FacetPanel, type FacetProps } from "./FacetPanel.tsx";
import { roleLabel } from "./role-words.ts";

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
          aria-label={count > 0 ? t("filters.facet.chosen", { role: roleLabel(role), count }) : roleLabel(role)}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
        >
          {roleLabel(role)}
          {count > 0 && <span className={classes.count}>{count}</span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ""}>
        <FacetPanel {...props} />
      </Popover.Dropdown>
    </Popover>
  );
}
