import { Button, Skeleton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBookmark, IconChevronDown } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { Boundary } from "../ui/Boundary.tsx";
import { dropDown } from "../ui/drop-down.ts";
import { DropDown } from "../ui/floating/DropDown.tsx";
import { lazyPart } from "../ui/lazy-part.tsx";
import type { ReadView } from "../view/url.ts";
import type { View } from "../view/view.ts";
import { t } from "../words/words.ts";
import classes from "./SavedViews.module.css";
import { type CurrentSaved, useCurrentSaved } from "./use-current.ts";
import { useSaved } from "./use-saved.ts";

const SavedPanel = lazyPart(
  async () => (await import("./SavedPanel.tsx")).SavedPanel,
  () => <Skeleton h={120} />,
);

export type SavedViewsProps = {
  /** The view on the screen. */
  view: View;
  /** What the address asks for; this account or version may not have all of it. */
  asked: ReadView;
  /** Opens a saved text. */
  onOpen: (search: string) => void;
  /** Told when the view on the screen was saved: from then on it is what is asked for. */
  onSave: () => void;
};

function nameOf({ saved, changed }: CurrentSaved): string {
  if (!saved) return t("saved.button");
  return t(changed ? "saved.buttonChanged" : "saved.buttonOf", { name: saved.name });
}

/** The saved views: a button with the name of the one on the screen, and a dot when the screen differs from it. */
export function SavedViews({ view, asked, onOpen, onSave }: SavedViewsProps) {
  const [opened, { toggle, close }] = useDisclosure(false);
  const saved = useSaved();
  const current = useCurrentSaved(saved, asked, view);
  const open = (search: string) => {
    onOpen(search);
    close();
  };
  // Escape does one thing at a time: it leaves a name as it was before it closes the list.
  const closeOnEscape = ({ key, target }: KeyboardEvent) => {
    const isOwn = target instanceof Element && target.hasAttribute("data-own-escape");
    if (key === "Escape" && !isOwn) close();
  };
  return (
    <DropDown
      {...dropDown}
      opened={opened}
      onChange={close}
      closeOnEscape={false}
      width={300}
      className={classes.dropdown}
      onKeyDownCapture={closeOnEscape}
      button={(opener) => (
        <Button
          {...opener}
          className={classes.button ?? ""}
          size="xs"
          variant="default"
          aria-label={nameOf(current)}
          leftSection={<IconBookmark size="0.875rem" aria-hidden="true" />}
          rightSection={<IconChevronDown size="0.875rem" aria-hidden="true" className={classes.word} />}
          onClick={toggle}
        >
          <bdi className={classes.word}>{current.saved?.name ?? t("saved.button")}</bdi>
          {current.changed && <span className={classes.dot} title={t("saved.changed")} />}
        </Button>
      )}
    >
      <Boundary>
        <SavedPanel view={view} onOpen={open} onSave={onSave} saved={saved} current={current} />
      </Boundary>
    </DropDown>
  );
}
