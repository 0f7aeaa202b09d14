import { Button, Center, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { t } from "../words/words.ts";

export type FullPageStateProps = { title: string; children: ReactNode; onRetry?: () => void };

/** The whole screen, when there is nothing to show yet: what happened and what to do next. */
export function FullPageState({ title, children, onRetry }: FullPageStateProps) {
  return (
    <Center h="100%" p="lg" component="main">
      <Stack align="center" gap="sm" maw={480} ta="center" role="alert">
        <Title order={1} size="h3">
          {title}
        </Title>
        <Text c="dimmed" component="div">
          {children}
        </Text>
        {onRetry && <Button onClick={onRetry}>{t("shell.tryAgain")}</Button>}
      </Stack>
    </Center>
  );
}
