import { Button, CloseButton, Group, Loader, Paper, Text } from "@mantine/core";
import { failureText } from "../insights/errors.ts";
import { useSecondsHeld } from "../insights/rate-limit.ts";
import { t } from "../words/words.ts";
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
        title: t("exporting.running", { count: state.rows }),
        ...(held > 0 && state.rows === 0 ? { more: t("shell.waiting", { seconds: held }) } : {}),
      };
    case "done":
      return { title: t("exporting.done", { count: state.rows }), more: t("exporting.doneMore", { name: state.name }) };
    case "cancelled":
      return { title: t("exporting.cancelled"), more: t("exporting.cancelledMore") };
    case "failed": {
      const { title, advice } = failureText(state.error);
      return {
        title: t("exporting.failed", { count: state.rows }),
        more: t("exporting.failedMore", { title, advice }),
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
    <div className={classes.corner} role="status" aria-label={t("exporting.notice")}>
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
                {t("exporting.cancel")}
              </Button>
            )}
            {state.status === "failed" && onRetry && (
              <Button size="compact-xs" variant="default" onClick={onRetry}>
                {t("shell.tryAgain")}
              </Button>
            )}
            {!running && <CloseButton size="sm" aria-label={t("exporting.dismiss")} onClick={onDismiss} />}
          </Group>
        </Paper>
      )}
    </div>
  );
}
