/**
 * How a popover hangs under the button that opens it: the focus goes in, and comes back to where it was. That it is to
 * close is told by `onChange`: `onDismiss` is told of every press beside it, also while it is closed and fading away,
 * when the next one may be open already.
 */
export const dropDown = {
  position: "bottom-start",
  shadow: "md",
  offset: 4,
  trapFocus: true,
  returnFocus: true,
} as const;
