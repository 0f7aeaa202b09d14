import { Button, Text } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { t } from "../words/words.ts";
import classes from "./Boundary.module.css";

/** Says that a part of the screen broke, and what to do next. */
export function PartFailed() {
  return (
    <div className={classes.failed} role="alert">
      <Text fw={600}>{t("shell.broken.part")}</Text>
      <Text c="dimmed" size="sm">
        {t("shell.broken.advice")}
      </Text>
      <ReloadButton />
    </div>
  );
}

/** A link to the address that the page has: following it loads the page, and so the same view, again. */
export function ReloadButton() {
  return (
    <Button component="a" href="" size="xs" variant="default">
      {t("shell.broken.reload")}
    </Button>
  );
}

export type BoundaryProps = {
  children: ReactNode;
  /** What stands in place of the children when drawing them fails; a sentence with advice where it is left out. */
  fallback?: ReactNode;
  /** Another value draws the children again: what broke on one view may well work on the next. */
  of?: unknown;
};

/** Keeps an error in one part of the screen from taking the others with it. React reports the error to the console. */
export class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidUpdate(before: BoundaryProps): void {
    if (this.state.failed && before.of !== this.props.of) this.setState({ failed: false });
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return this.props.fallback ?? <PartFailed />;
  }
}
