import { Menu } from "@mantine/core";
import { useOpensLater } from "../ui/floating/Standing.tsx";
import { t } from "../words/words.ts";
import type { CopyKind } from "./use-copy.ts";

/** Where the menu opens, and which cell it is about. */
export type MenuPlace = { x: number; y: number; row: number; column: number };

export type RowMenuProps = {
  at: MenuPlace | undefined;
  onClose: () => void;
  onCopy: (kind: CopyKind, at: MenuPlace) => void;
  /** Left out where rows have no ids. */
  onOpen: ((at: MenuPlace) => void) | undefined;
};

/** What can be done with a row, opened by the right button of the mouse, by the row's own button or by the keyboard's menu key. */
export function RowMenu({ at, onClose, onCopy, onOpen }: RowMenuProps) {
  const opened = useOpensLater(at !== undefined);
  return (
    <Menu opened={opened} onClose={onClose} position="bottom-start" shadow="md" width={220} trapFocus>
      <Menu.Target>
        <span aria-hidden style={{ position: "fixed", left: at?.x ?? 0, top: at?.y ?? 0 }} />
      </Menu.Target>
      {at ? (
        <Menu.Dropdown aria-label={t("table.menu.title")}>
          {onOpen ? <Menu.Item onClick={() => onOpen(at)}>{t("table.menu.open")}</Menu.Item> : null}
          <Menu.Item onClick={() => onCopy("cell", at)}>{t("table.menu.cell")}</Menu.Item>
          <Menu.Item onClick={() => onCopy("row", at)}>{t("table.menu.row")}</Menu.Item>
          {onOpen ? <Menu.Item onClick={() => onCopy("link", at)}>{t("table.menu.link")}</Menu.Item> : null}
        </Menu.Dropdown>
      ) : null}
    </Menu>
  );
}
