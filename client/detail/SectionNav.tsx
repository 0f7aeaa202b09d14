import { UnstyledButton } from "@mantine/core";
import { formatCount } from "../format/numbers.ts";
import { t } from "../words/words.ts";
import classes from "./panel.module.css";
import type { SectionName } from "./section-names.ts";

export type SectionNavProps = {
  sections: readonly SectionName[];
  counts: Readonly<Record<SectionName, number | undefined>>;
  /** The section that is at the top of what is in sight. */
  current: SectionName | undefined;
  onJump: (name: SectionName) => void;
};

/** Leads to each part of the panel, unfolding it. */
export function SectionNav({ sections, counts, current, onJump }: SectionNavProps) {
  const shown = current ?? sections[0];
  return (
    <nav aria-label={t("detail.sections")} className={classes.nav}>
      {sections.map((name) => {
        const count = counts[name];
        return (
          <UnstyledButton
            key={name}
            className={classes.navItem}
            aria-current={name === shown || undefined}
            onClick={() => onJump(name)}
          >
            {t(`detail.${name}`)}
            {count === undefined ? null : <span className={classes.navCount}>{formatCount(count)}</span>}
          </UnstyledButton>
        );
      })}
    </nav>
  );
}
