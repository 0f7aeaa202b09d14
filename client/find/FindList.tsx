import { useId } from "react";
import { t } from "../words/words.ts";
import classes from "./find.module.css";
import { IdText } from "./IdText.tsx";
import { Marked } from "./Marked.tsx";
import type { SearchWords } from "./match.ts";
import type { FindGroup, FindOption } from "./option.ts";

type FindListProps = {
  id: string;
  groups: readonly FindGroup[];
  wanted: SearchWords;
  active: FindOption | undefined;
  idOf: (key: string) => string;
  onPoint: (key: string) => void;
  onChoose: (option: FindOption) => void;
};

function Text({ option: { of, text }, wanted }: { option: FindOption; wanted: SearchWords }) {
  if (of === "id") return <IdText id={text} wanted={wanted} />;
  if (of === "words") return <Marked text={text} wanted={wanted} />;
  return (
    <bdi translate="no">
      <Marked text={text} wanted={wanted} />
    </bdi>
  );
}

function titleOf({ title, options, all }: FindGroup): string {
  return all > options.length ? t("find.some", { title, shown: options.length, all }) : title;
}

/** The lines that were found, in groups. */
export function FindList({ id, groups, wanted, active, idOf, onPoint, onChoose }: FindListProps) {
  const titleId = useId();
  return (
    <div id={id} role="listbox" aria-label={t("find.title")} className={classes.list}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list to choose from
        <div key={group.key} role="group" aria-labelledby={`${titleId}-${group.key}`}>
          <div id={`${titleId}-${group.key}`} className={classes.title} role="presentation">
            {titleOf(group)}
          </div>
          {group.options.map((option) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the box's, which keeps the focus
            <div
              key={option.key}
              id={idOf(option.key)}
              role="option"
              tabIndex={-1}
              aria-selected={option.key === active?.key}
              className={classes.option}
              onMouseMove={() => onPoint(option.key)}
              // The box keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(option)}
            >
              <span className={classes.icon}>{option.icon}</span>
              <span className={classes.words}>
                <span className={classes.text}>
                  <Text option={option} wanted={wanted} />
                </span>
                {option.under === undefined ? null : <span className={classes.under}>{option.under}</span>}
              </span>
              {option.end === undefined ? null : <span className={classes.end}>{option.end}</span>}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
