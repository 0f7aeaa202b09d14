import { ActionIcon, TextInput, UnstyledButton } from "@mantine/core";
import { IconPencil, IconStar, IconStarFilled, IconTrash } from "@tabler/icons-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { t } from "../words/words.ts";
import classes from "./SavedViews.module.css";
import { longestName } from "./saved-file.ts";

type RenameProps = { name: string; taken: (name: string) => boolean; onDone: (name: string | undefined) => boolean };

/** The name of a saved view, to be written anew: Enter keeps it, Escape leaves it as it was. What cannot be kept stays. */
function Rename({ name, taken, onDone }: RenameProps) {
  const [text, setText] = useState(name);
  const next = text.trim();
  const wrong = next !== name && taken(next);
  // Leaving the field by a key takes the focus away, which leaves it a second time.
  const left = useRef(false);
  const done = (kept: string | undefined) => {
    if (left.current) return;
    left.current = true;
    left.current = onDone(kept === "" || kept === name ? undefined : kept);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") done(undefined);
    if (event.key !== "Enter" || wrong) return;
    // Else the key would also press the button that the focus goes on to.
    event.preventDefault();
    done(next);
  };
  return (
    <TextInput
      className={classes.rename ?? ""}
      size="xs"
      autoFocus
      maxLength={longestName}
      data-own-escape
      aria-label={t("savedPanel.newName", { name })}
      error={wrong && t("savedPanel.taken")}
      value={text}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => done(wrong ? undefined : next)}
    />
  );
}

export type SavedRowProps = {
  name: string;
  isCurrent: boolean;
  isStart: boolean;
  taken: (name: string) => boolean;
  onOpen: () => void;
  onStart: () => void;
  /** Whether it was kept. */
  onRename: (next: string) => boolean;
  onRemove: () => void;
};

/** One saved view: opened by its name, with what can be done with it beside. */
export function SavedRow(props: SavedRowProps) {
  const { name, isCurrent, isStart, taken, onOpen, onStart, onRename, onRemove } = props;
  const [renaming, setRenaming] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const renamed = (next: string | undefined) => {
    if (next !== undefined && !onRename(next)) return false;
    setRenaming(false);
    // The field that has the focus is going.
    pencil.current?.focus();
    return true;
  };
  const Star = isStart ? IconStarFilled : IconStar;
  return (
    <li className={classes.row} data-current={isCurrent || undefined}>
      {renaming ? (
        <Rename name={name} taken={taken} onDone={renamed} />
      ) : (
        <UnstyledButton
          className={classes.open}
          title={name}
          aria-label={t("savedPanel.open", { name })}
          aria-current={isCurrent || undefined}
          onClick={onOpen}
        >
          <bdi>{name}</bdi>
        </UnstyledButton>
      )}
      <ActionIcon
        size={26}
        variant="subtle"
        color={isStart ? "accent" : "gray"}
        aria-pressed={isStart}
        aria-label={t("savedPanel.start", { name })}
        title={t("savedPanel.start", { name })}
        onClick={onStart}
      >
        <Star size="0.875rem" aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        ref={pencil}
        size={26}
        variant="subtle"
        color="gray"
        aria-label={t("savedPanel.rename", { name })}
        title={t("savedPanel.rename", { name })}
        onClick={() => setRenaming(true)}
      >
        <IconPencil size="0.875rem" aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        size={26}
        variant="subtle"
        color="gray"
        aria-label={t("savedPanel.remove", { name })}
        title={t("savedPanel.remove", { name })}
        onClick={onRemove}
      >
        <IconTrash size="0.875rem" aria-hidden="true" />
      </ActionIcon>
    </li>
  );
}
