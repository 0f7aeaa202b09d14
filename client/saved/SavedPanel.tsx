import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { isKeepingDenied } from "../browser/storage.ts";
import { byPlace } from "../ui/by-place.ts";
import type { View } from "../view/view.ts";
import { t } from "../words/words.ts";
import { SavedFiles } from "./SavedFiles.tsx";
import { SavedRow } from "./SavedRow.tsx";
import classes from "./SavedViews.module.css";
import { SaveForm } from "./SaveForm.tsx";
import type { SavedViews } from "./saved-file.ts";
import { merged, savedOf, withBroughtBack, withName, withoutSaved, withSaved, withStart } from "./saved-views.ts";
import type { CurrentSaved } from "./use-current.ts";
import { isSavedUnreadable, keepSaved } from "./use-saved.ts";
import { savedText } from "./view-text.ts";

type SavedPanelProps = {
  view: View;
  onOpen: (search: string) => void;
  onSave: () => void;
  saved: SavedViews;
  current: CurrentSaved;
};

type Change = (now: SavedViews) => SavedViews;

/** What was said last, and for a deletion the way back. */
type Said = { text: string; undo?: Change };

/** The list of saved views and everything that is done with them. */
export function SavedPanel({ view, onOpen, onSave, saved, current }: SavedPanelProps) {
  const [said, setSaid] = useState<Said>({ text: "" });
  const taken = (name: string) => savedOf(saved, name) !== undefined;
  const keep = (change: Change, then: Said = { text: "" }) => {
    const kept = keepSaved(change);
    setSaid(kept ? then : { text: t(isKeepingDenied() ? "savedPanel.denied" : "savedPanel.full") });
    return kept;
  };
  const open = (name: string, search: string) => {
    current.setName(name);
    onOpen(search);
  };
  const rename = (name: string, next: string) => {
    if (!keep((now) => withName(now, name, next))) return false;
    if (current.saved?.name === name) current.setName(next);
    return true;
  };
  const save = (name: string) => {
    if (!keep((now) => withSaved(now, { name, search: savedText(view) }))) return false;
    current.setName(name);
    onSave();
    return true;
  };
  const importFile = (file: SavedViews | undefined) => {
    if (!file) return setSaid({ text: t("savedPanel.unreadable") });
    const { added } = merged(saved, file);
    keep((now) => merged(now, file).saved, { text: t("savedPanel.imported", { count: added }) });
  };
  const remove = (name: string) =>
    keep((now) => withoutSaved(now, name), {
      text: t("savedPanel.removed", { name }),
      undo: (now) => withBroughtBack(now, saved, name),
    });
  return (
    <>
      <Text size="xs" fw={600} className={classes.title}>
        {t("savedPanel.title")}
      </Text>
      {saved.views.length === 0 && (
        <Text size="xs" c="dimmed" className={classes.note}>
          {t(isSavedUnreadable() ? "savedPanel.unreadableHere" : "savedPanel.none")}
        </Text>
      )}
      <ul className={classes.list} aria-label={t("savedPanel.title")}>
        {/* A row that is renamed stays the same row, and keeps its focus. */}
        {byPlace(saved.views, ({ name, search }) => (
          <SavedRow
            name={name}
            isCurrent={current.saved?.name === name}
            isStart={saved.start === name}
            taken={taken}
            onOpen={() => open(name, search)}
            onStart={() => keep((now) => withStart(now, name))}
            onRename={(next) => rename(name, next)}
            onRemove={() => remove(name)}
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
            {t("savedPanel.undo")}
          </Button>
        )}
      </div>
      <SaveForm former={current.changed ? current.saved?.name : undefined} taken={taken} onSave={save} />
      <SavedFiles saved={saved} onImport={importFile} />
    </>
  );
}
