import { Button, CloseButton } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { Fragment, type ReactNode } from "react";
import { Boundary } from "../../ui/Boundary.tsx";
import { dropDown } from "../../ui/drop-down.ts";
import { DropDown } from "../../ui/floating/DropDown.tsx";
import { t } from "../../words/words.ts";
import type { FilterChip } from "../chips.ts";
import { ValueText } from "../facets/ValueText.tsx";
import classes from "./FilterButton.module.css";
import { type FilterGroup, groupText, namedChips } from "./filter-groups.ts";
import { lineItem } from "./use-fitting.ts";

function ChipText({ chip: { value, label } }: { chip: FilterChip }) {
  return value ? (
    <ValueText role={value.role} valueKey={value.key} label={value.label} />
  ) : (
    <bdi translate="no">{label}</bdi>
  );
}

/** The name, and what is chosen. */
function Chosen({ group }: { group: FilterGroup }) {
  const { named, others } = namedChips(group);
  return (
    <>
      <span className={classes.name}>{t("filters.line.name", { name: group.name })} </span>
      {named.map((chip, place) => (
        <Fragment key={chip.key}>
          {place > 0 && t("filters.line.and")}
          <ChipText chip={chip} />
        </Fragment>
      ))}
      {others > 0 && ` ${t("filters.line.others", { count: others })}`}
    </>
  );
}

type FilterButtonProps = {
  id: string;
  /** What is chosen, and what of it is on the button: that changes once its menu is closed. */
  group: FilterGroup;
  shown: FilterGroup;
  /** There is no room for it in the line. */
  isHidden: boolean;
  opened: boolean;
  onOpened: (opened: boolean) => void;
  onClear: () => void;
  children: ReactNode;
};

/** One filter: the button that opens it, which says what is chosen, and beside it the one that takes it off. */
export function FilterButton(props: FilterButtonProps) {
  const { id, group, shown, isHidden, opened, onOpened, onClear, children } = props;
  const isUsed = shown.chips.length > 0;
  const label = groupText(group);
  return (
    <span className={classes.filter} data-hidden={isHidden || undefined} {...lineItem(id, isUsed)}>
      <DropDown
        {...dropDown}
        opened={opened}
        onChange={onOpened}
        width={300}
        className={classes.dropdown}
        button={(opener) => (
          <Button
            {...opener}
            classNames={{ root: classes.button ?? "", label: classes.label ?? "" }}
            size="xs"
            variant="default"
            aria-label={label}
            title={isUsed ? label : undefined}
            {...(isUsed ? {} : { rightSection: <IconChevronDown size="0.875rem" aria-hidden="true" /> })}
            onClick={() => onOpened(!opened)}
          >
            {isUsed ? (
              <span className={classes.words}>
                <Chosen group={shown} />
              </span>
            ) : (
              shown.name
            )}
          </Button>
        )}
      >
        <Boundary>{children}</Boundary>
      </DropDown>
      {isUsed && (
        <CloseButton
          className={classes.remove ?? ""}
          size={24}
          iconSize={12}
          aria-label={t("filters.line.remove", { filter: groupText(shown) })}
          // It goes with the filter: the focus is on the button that stays.
          onClick={({ currentTarget }) => {
            currentTarget.parentElement?.querySelector("button")?.focus();
            onClear();
          }}
        />
      )}
    </span>
  );
}
