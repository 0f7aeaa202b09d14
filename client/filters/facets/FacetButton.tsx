import { Button, Popover } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { Boundary } from "../../ui/Boundary.tsx";
import { dropDown } from "../../ui/drop-down.ts";
import { t } from "../../words/words.ts";
import { roleName } from "../role-words.ts";
import { chosenOfRole } from "./chosen-values.ts";
import classes from "./FacetButton.module.css";
import type { FacetProps } from "./FacetPanel.tsx";
import { LazyFacetPanel } from "./lazy-facet-panel.tsx";

function name(label: string, count: number, excluded: number): string {
  if (count > 0 && excluded > 0)
    return t("filters.facet.chosenAndExcluded", { role: label, all: count + excluded, count, excluded });
  if (excluded > 0) return t("filters.facet.excluded", { role: label, count: excluded });
  return count > 0 ? t("filters.facet.chosen", { role: label, count }) : label;
}

type FacetButtonProps = FacetProps & { opened: boolean; onOpened: (opened: boolean) => void };

/** The button of one role, which opens its values. */
export function FacetButton({ opened, onOpened, ...props }: FacetButtonProps) {
  const { role, view } = props;
  const count = chosenOfRole(role, view.chosen[role]).length + Number(view.notSet.includes(role));
  const excluded = chosenOfRole(role, view.excluded[role]).length;
  return (
    <Popover opened={opened} onChange={onOpened} width={300} {...dropDown}>
      <Popover.Target>
        <Button
          className={classes.button ?? ""}
          size="xs"
          variant="default"
          aria-label={name(roleName(role), count, excluded)}
          rightSection={<IconChevronDown size="0.875rem" aria-hidden="true" />}
          onClick={() => onOpened(!opened)}
        >
          {/* The space keeps the two apart also for those who ask for the button by what they see. */}
          {roleName(role)} {count + excluded > 0 && <span className={classes.count}>{count + excluded}</span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ""}>
        <Boundary>
          <LazyFacetPanel {...props} />
        </Boundary>
      </Popover.Dropdown>
    </Popover>
  );
}
