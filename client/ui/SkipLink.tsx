import { UnstyledButton } from "@mantine/core";
import classes from "./SkipLink.module.css";

/**
 * The first stop of Tab, in sight while it has the focus: past everything to where the work is. A button and no link
 * to a place of the page, because the address is the view's.
 */
export function SkipLink({ label, onSkip }: { label: string; onSkip: () => void }) {
  return (
    <UnstyledButton className={classes.skip} onClick={onSkip}>
      {label}
    </UnstyledButton>
  );
}
