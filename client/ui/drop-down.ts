/** How a popover hangs under the button that opens it: the focus goes in, and comes back to where it was. */
export const dropDown = {
  position: "bottom-start",
  shadow: "md",
  offset: 4,
  trapFocus: true,
  returnFocus: true,
} as const;
