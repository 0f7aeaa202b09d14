import type { ReactNode, Ref } from "react";

export type ScrollBoxProps = {
  /** What it is called, where it is a part of the page that one may want to go to. */
  label?: string;
  className: string | undefined;
  ref?: Ref<HTMLElement>;
  children: ReactNode;
};

/**
 * A box that scrolls and holds nothing that can have the focus. It is a stop for the keyboard itself: Safari scrolls
 * nothing by key that cannot have the focus, and WCAG 2.1.1 asks that everything can be reached so.
 */
export function ScrollBox({ label, className, ref, children }: ScrollBoxProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the rule knows controls alone, and to scroll is what this one is for
    <section ref={ref} className={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
