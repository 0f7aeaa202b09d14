import { UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, useId } from "react";
import { formatCount } from "../format/numbers.ts";
import classes from "./section.module.css";
import type { SectionName } from "./section-names.ts";

export type SectionProps = {
  name: SectionName;
  title: string;
  count?: number | undefined;
  isOpen: boolean;
  onToggle: () => void;
  children: ReactNode;
};

/** A part of the panel under a heading that folds it. */
export function Section({ name, title, count, isOpen, onToggle, children }: SectionProps) {
  const id = useId();
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <section aria-labelledby={id} data-section={name} className={classes.section}>
      <h3 id={id} className={classes.heading}>
        <UnstyledButton className={classes.toggle} aria-expanded={isOpen} onClick={onToggle}>
          <Chevron size="0.875rem" stroke={2} aria-hidden className={classes.chevron} />
          <span>{title}</span>
          {count === undefined ? null : <span className={classes.count}>{formatCount(count)}</span>}
        </UnstyledButton>
      </h3>
      {isOpen ? <div className={classes.body}>{children}</div> : null}
    </section>
  );
}

/** A part that is always open, and whose heading the bar of sections shows already. */
export function OpenSection({ name, title, children }: Pick<SectionProps, "name" | "title" | "children">) {
  const id = useId();
  return (
    <section aria-labelledby={id} data-section={name} className={classes.section}>
      <h3 id={id} className={classes.unseen}>
        {title}
      </h3>
      <div className={classes.body}>{children}</div>
    </section>
  );
}
