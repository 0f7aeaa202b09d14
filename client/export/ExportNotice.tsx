import { Button, CloseButton, Group, Loader, Paper, Text } from "@mantine/core";
import { countOf } from "../format/numbers.ts";
import { failureText } from "../insights/errors.ts";
import { useSecondsHeld } from "../insights/rate-limit.ts";
import classes from "./ExportNotice.module.css";
import type { ExportState } from "./use-export.ts";

export type ExportNoticeProps = {
  state: ExportState;
  onCancel: () => void;
  onDismiss: () => void;
  onRetry?: () => void;
};

function words(state: ExportState, held: number): { title: string; more?: string } {
  switch (state.status) {
    case "running":
      return {
        title: `Exporting: ${countOf(state.rows, "row")} so far`,
        ...(held > 0 && state.rows === 0 ? { more: `Twilio asks us to wait: going on in ${held} s.` } : {}),
      };
    case "done":
      return { title: `Exported ${countOf(state.rows, "row")}`, more: `All of them, in ${state.name}.` };
    case "cancelled":
      return { title: "Export cancelled", more: "No file was written." };
    case "failed": {
      const { title, advice } = failureText(state.error);
      return {
        title: `The export stopped after ${countOf(state.rows, "row")}`,
        more: `${title}. No file was written. ${advice}`,
      };
    }
    case "idle":
      return { title: "" };
  }
}

/** What became of the export, in a corner of the screen until it is dismissed. */
export function ExportNotice({ state, onCancel, onDismiss, onRetry }: ExportNoticeProps) {
  const held = useSecondsHeld();
  const { title, more } = words(state, held);
  const running = state.status === "running";
  return (
    <div className={classes.corner} role="status" aria-label="Export">
      {state.status !== "idle" && (
        <Paper withBorder shadow="md" p="sm" className={classes.notice}>
          <Group gap="sm" wrap="nowrap" align="flex-start">
            {running && <Loader size="xs" mt={2} />}
            <div className={classes.words}>
              <Text size="sm" fw={600}>
                {title}
              </Text>
              {more && (
                <Text size="xs" c="dimmed">
                  {more}
                </Text>
              )}
            </div>
            {running && (
              <Button size="compact-xs" variant="default" onClick={onCancel}>
                Cancel
              </Button>
            )}
            {state.status === "failed" && onRetry && (
              <Button size="compact-xs" variant="default" onClick={onRetry}>
                Try again
              </Button>
            )}
            {!running && <CloseButton size="sm" aria-label="Dismiss" onClick={onDismiss} />}
          </Group>
        </Paper>
      )}
    </div>
  );
}
