import { Button, Popover, Skeleton } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";
import { Boundary } from "../../ui/Boundary.tsx";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { t } from "../../words/words.ts";
import type { ColumnsProps } from "./ColumnsPanel.tsx";
import classes from "./columns-menu.module.css";

const ColumnsPanel = lazyPart(
  async () => (await import("./ColumnsPanel.tsx")).ColumnsPanel,
  () => <Skeleton h={240} aria-label={t("table.columns.title")} />,
);

/** Chooses the table's columns and how they look. Escape closes it and gives the focus back. */
export function ColumnsMenu(props: ColumnsProps) {
  return (
    <Popover position="bottom-end" shadow="md" width={340} trapFocus returnFocus>
      <Popover.Target>
        <Button
          data-opens="columns"
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={<IconColumns3 size="0.9375rem" aria-hidden="true" />}
        >
          {t("table.columns.title")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.menu} aria-label={t("table.columns.title")}>
        <Boundary>
          <ColumnsPanel {...props} />
        </Boundary>
      </Popover.Dropdown>
    </Popover>
  );
}
