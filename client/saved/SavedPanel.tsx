import { Button, Text } from "@mantine/core";
import { useState } from "react";
import type { View } from "../view/view.ts";
import { t } from "../words/words.ts";
import { SavedFiles } from "./SavedFiles.tsx";
import { SavedRow } from "./SavedRow.tsx";
import classes from "./SavedViews.module.css";
import { SaveForm } from "./SaveForm.tsx";
import type { SavedViews } from "./saved-file.ts";
import { merged, savedOf, withName, withoutSaved, withSaved, withStart } from "./saved-views.ts";
import type { CurrentSaved } from "./use-current.ts";
import { keepSaved } from "./use-saved.ts";
import { savedText, viewOf } from "./view-text.ts";

type SavedPanelProps = {
  view: View;
  onOpen: (view: View) => void;
  saved: SavedViews;
  current: CurrentSaved;
};

/** What was said last, and for a deletion the way back. */
type Said = { text: string; undo?: SavedViews };

/** The list of saved views and everything that is done with them. */
export function SavedPanel({ view, onOpen, saved, current }: SavedPanelProps) {
  const [said, setSaid] = useState<Said>({ text: "" });
  const taken = (name: string) => savedOf(saved, name) !== undefined;
  const keep = (next: SavedViews, then: Said = { text: "" }) => {
    const kept = keepSaved(next);
    setSaid(kept ? then : { text: t("saved.full") });
    return kept;
  };
  const open = (name: string, search: string) => {
    current.setName(name);
    onOpen(viewOf(search));
  };
  const rename = (name: string, next: string) => {
    if (!keep(withName(saved, name, next))) return;
    if (current.saved?.name === name) current.setName(next);
  };
  const save = (name: string) => {
    if (keep(withSaved(saved, { name, search: savedText(view) }))) current.setName(name);
  };
  const importFile = (file: SavedViews | undefined) => {
    if (!file) return setSaid({ text: t("saved.unreadable") });
    const { saved: next, added } = merged(saved, file);
    keep(next, { text: t("saved.imported", { count: added }) });
  };
  return (
    <>
      <Text size="xs" fw={600} className={classes.title}>
        {t("saved.title")}
      </Text>
      {saved.views.length === 0 && (
        <Text size="xs" c="dimmed" className={classes.note}>
          {t("saved.none")}
        </Text>
      )}
      <ul className={classes.list} aria-label={t("saved.title")}>
        {saved.views.map(({ name, search }, index) => (
          <SavedRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a row stays the same, and keeps its focus, when its name changes
            key={index}
            name={name}
            isCurrent={current.saved?.name === name}
            isStart={saved.start === name}
            taken={taken}
            onOpen={() => open(name, search)}
            onStart={() => keep(withStart(saved, name))}
            onRename={(next) => rename(name, next)}
            onRemove={() => keep(withoutSaved(saved, name), { text: t("saved.removed", { name }), undo: saved })}
          />
        ))}
      </ul>
      <div className={classes.said}>
        <Text size="xs" role="status">
          {said.text}
        </Text>
        {said.undo && (
          // The row that had the focus is gone.
          <Button autoFocus size="compact-xs" variant="light" onClick={() => said.undo && keep(said.undo)}>
            {t("saved.undo")}
          </Button>
        )}
      </div>
      <SaveForm former={current.changed ? current.saved?.name : undefined} taken={taken} onSave={save} />
      <SavedFiles saved={saved} onImport={importFile} />
    </>
  );
}
