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
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be a stop for keys in Safari, see above; the rule allows only controls
    <section ref={ref} className={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
