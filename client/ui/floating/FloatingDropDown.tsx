import { Popover, type PopoverProps } from "@mantine/core";
import type { KeyboardEvent, ReactNode } from "react";
import { Standing, useOpensLater } from "./Standing.tsx";
import type { Hanging } from "./use-opener.ts";

export type FloatingDropDownProps = Hanging &
  Pick<PopoverProps, "position" | "width" | "shadow" | "offset" | "trapFocus" | "returnFocus" | "closeOnEscape"> & {
    className?: string | undefined;
    padding?: "xs";
    "aria-label"?: string;
    onKeyDownCapture?: (event: KeyboardEvent) => void;
    /** Drawn while it is open. */
    children: ReactNode;
  };

/** What {@link DropDown} opens. */
export function FloatingDropDown(props: FloatingDropDownProps) {
  const { at, id, opened, onChange, className, padding, onKeyDownCapture, children, ...rest } = props;
  const { "aria-label": label, ...popover } = rest;
  return (
    <Popover {...popover} id={id} opened={useOpensLater(opened)} onChange={onChange}>
      <Popover.Target>
        <Standing at={at} />
      </Popover.Target>
      <Popover.Dropdown
        {...(className && { className })}
        {...(padding && { p: padding })}
        {...(label && { "aria-label": label })}
        {...(onKeyDownCapture && { onKeyDownCapture })}
      >
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
