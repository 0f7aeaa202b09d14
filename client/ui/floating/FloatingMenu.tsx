import { Menu, type MenuProps } from "@mantine/core";
import type { ReactNode } from "react";
import { Standing, useOpensLater } from "./Standing.tsx";
import type { Hanging } from "./use-opener.ts";

type FloatingMenuProps = Hanging & Pick<MenuProps, "position" | "width" | "shadow"> & { children: ReactNode };

/** The menu of a {@link MenuButton}, around its items. */
export function FloatingMenu({ at, id, opened, onChange, children, ...props }: FloatingMenuProps) {
  return (
    <Menu {...props} id={id} opened={useOpensLater(opened)} onChange={onChange}>
      <Menu.Target>
        <Standing at={at} />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
