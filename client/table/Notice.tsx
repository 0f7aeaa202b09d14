import { Button, Text } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import classes from "./notice.module.css";

export type NoticeProps = {
  icon: Icon;
  title: string;
  text: string;
  /** Whether it reports a failure, which is read out at once. */
  isFailure?: boolean;
  action?: { label: string; onClick: () => void } | undefined;
};

/** What stands in the table's place when there are no rows: what happened, and what to do next. */
export function Notice({ icon: NoticeIcon, title, text, isFailure = false, action }: NoticeProps) {
  return (
    <div className={classes.notice} data-failure={isFailure || undefined} {...(isFailure ? { role: "alert" } : {})}>
      <NoticeIcon size="1.75rem" stroke={1.5} aria-hidden="true" className={classes.icon} />
      <Text fw={600} size="md" component="p">
        {title}
      </Text>
      <Text size="sm" c="dimmed" component="p" className={classes.text}>
        {text}
      </Text>
      {action ? (
        <Button size="xs" variant={isFailure ? "filled" : "light"} mt="xs" onClick={action.onClick}>
          {action.label}
        </Button>
      ) : null}
    </div>
  );
}
