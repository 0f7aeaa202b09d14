import { ActionIcon, Button, Group, Text, Tooltip } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { t } from "../words/words.ts";

/** Deletes after a question, on whose safe answer the focus stands. */
export function DeleteButton({ name, onDelete }: { name: string; onDelete: () => void }) {
  const [isAsking, setAsking] = useState(false);
  const wasAsking = useRef(false);
  const keep = useRef<HTMLButtonElement>(null);
  const trash = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (isAsking) keep.current?.focus();
    else if (wasAsking.current) trash.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);

  if (isAsking) {
    return (
      <Group gap={6} role="group" aria-label={t("exporting.act.deleteNamed", { name })}>
        <Text size="xs">{t("exporting.act.sure")}</Text>
        <Button size="compact-xs" color="red" variant="light" onClick={onDelete}>
          {t("exporting.act.delete")}
        </Button>
        <Button size="compact-xs" variant="default" ref={keep} onClick={() => setAsking(false)}>
          {t("exporting.act.keep")}
        </Button>
      </Group>
    );
  }
  return (
    <Tooltip label={t("exporting.act.delete")}>
      <ActionIcon
        size={24}
        variant="subtle"
        color="gray"
        ref={trash}
        aria-label={t("exporting.act.deleteNamed", { name })}
        onClick={() => setAsking(true)}
      >
        <IconTrash size="0.875rem" aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
