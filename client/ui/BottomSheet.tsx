import { Drawer, type DrawerProps } from "@mantine/core";

/** A dialog that comes from below, for narrow screens. */
export function BottomSheet(props: DrawerProps) {
  return <Drawer position="bottom" {...props} />;
}
