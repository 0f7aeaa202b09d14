import { UnstyledButton } from "@mantine/core";
import type { RefObject } from "react";
import { flushSync } from "react-dom";
import { t } from "../words/words.ts";
import classes from "./panel.module.css";
import type { SectionName } from "./section-names.ts";

export type SectionNavProps = {
  sections: readonly SectionName[];
  /** The box that the sections are scrolled in. */
  box: RefObject<HTMLElement | null>;
  onOpen: (name: SectionName) => void;
};

/** Leads to each part of the panel, unfolding it. */
export function SectionNav({ sections, box, onOpen }: SectionNavProps) {
  function go(name: SectionName): void {
    // Folded, the section would have no height to scroll to.
    flushSync(() => onOpen(name));
    box.current?.querySelector(`[data-section="${name}"]`)?.scrollIntoView({ block: "start" });
  }
  return (
    <nav aria-label={t("detail.sections")} className={classes.nav}>
      {sections.map((name) => (
        <UnstyledButton key={name} className={classes.navItem} onClick={() => go(name)}>
          {t(`detail.${name}`)}
        </UnstyledButton>
      ))}
    </nav>
  );
}
