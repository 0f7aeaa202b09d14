import { Checkbox, Loader, Text } from "@mantine/core";
import { type KeyboardEvent, useId } from "react";
import { restLabel } from "../../format/values.ts";
import { t } from "../../words/words.ts";
import classes from "./FacetList.module.css";
import { Count } from "./FacetRow.tsx";
import { type NotSetProps, useNotSet } from "./use-not-set.ts";

/**
 * Conversations without a value, to choose where they can be asked for; else it says why they cannot.
 *
 * @param tabStop whether Tab stops here: it does where the list has no other line.
 */
export function NotSetRow({ tabStop, ...props }: NotSetProps & { tabStop: boolean }) {
  const id = useId();
  const { chosen, checking, problem, onToggle } = useNotSet(props);
  const toggleOnEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    onToggle();
  };
  return (
    <>
      <div className={classes.row}>
        <label className={classes.tick} htmlFor={id}>
          <Checkbox
            id={id}
            size="xs"
            checked={chosen}
            tabIndex={tabStop ? 0 : -1}
            aria-labelledby={`${id}-label`}
            aria-describedby={problem === undefined ? `${id}-count` : `${id}-count ${id}-problem`}
            onChange={onToggle}
            onKeyDown={toggleOnEnter}
          />
          <span className={classes.label} id={`${id}-label`}>
            {restLabel(props.unknown)}
          </span>
          {checking && <Loader size={12} role="progressbar" aria-label={t("facetPanel.notSet.checking")} />}
          {props.count !== undefined && <Count id={`${id}-count`} count={props.count} />}
        </label>
        <span className={classes.actions} />
      </div>
      {problem !== undefined && (
        <Text size="xs" c="dimmed" className={classes.note} role="alert" id={`${id}-problem`}>
          {problem}
        </Text>
      )}
    </>
  );
}
