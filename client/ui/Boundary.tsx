import { Button, Text } from "@mantine/core";
import { Component, Fragment, type ReactNode } from "react";
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

/** So often a part is drawn anew by itself, for one value of `of`. */
const mostRedraws = 3;

/** Thrown while a part is drawn whose elements somebody else took off the page. */
export class TakenAway extends Error {}

/** Whether React did not find the page as it had left it: a translator or another addition of the browser changed it. */
function isForeignChange(error: unknown): boolean {
  return error instanceof TakenAway || (error instanceof DOMException && error.name === "NotFoundError");
}

type BoundaryState = {
  failed: "foreign" | "broken" | undefined;
  /** Another number draws the children as new ones. */
  drawing: number;
  /** How often that was done by itself. */
  redraws: number;
};

/**
 * Keeps an error in one part of the screen from taking the others with it. React reports the error to the console. A
 * part that somebody else's changes of the page broke is drawn anew: it is whole, only its elements are not.
 */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: undefined, drawing: 0, redraws: 0 };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { failed: isForeignChange(error) ? "foreign" : "broken" };
  }

  override componentDidUpdate(before: BoundaryProps): void {
    const { failed, drawing, redraws } = this.state;
    const isOther = before.of !== this.props.of;
    if (isOther && (failed || redraws > 0)) this.setState({ failed: undefined, redraws: 0 });
    else if (this.isToRedraw()) this.setState({ failed: undefined, drawing: drawing + 1, redraws: redraws + 1 });
  }

  private isToRedraw(): boolean {
    const { failed, redraws } = this.state;
    return failed === "foreign" && redraws < mostRedraws;
  }

  override render(): ReactNode {
    const { failed, drawing } = this.state;
    if (!failed) return <Fragment key={drawing}>{this.props.children}</Fragment>;
    return this.isToRedraw() ? null : (this.props.fallback ?? <PartFailed />);
  }
}
