import { createTheme, type MantineColorsTuple } from "@mantine/core";
import classes from "./theme.module.css";

/** The one accent colour. As text, shade 6 on white and shade 4 on the dark body pass 4.5:1; so does white on 5 and 6. */
const accent: MantineColorsTuple = [
  "#eef0ff",
  "#dcdffb",
  "#b5bbf2",
  "#8d95ea",
  "#7a83e8",
  "#5560d9",
  "#4650cf",
  "#3a43b4",
  "#323aa0",
  "#28308c",
];

/** Mantine's neutral greys beside the bluish surfaces of tokens.css look brown: these are of the same family. */
const dark: MantineColorsTuple = [
  "#d5d9e3",
  "#b9c0cf",
  "#9aa3b5",
  "#788296",
  "#4a5162",
  "#353b49",
  "#262b36",
  "#1b1e26",
  "#14161c",
  "#0e1014",
];

/** Mantine, themed once: dense, calm, tabular figures. Components take their look from here and from CSS modules. */
export const theme = createTheme({
  primaryColor: "accent",
  autoContrast: true,
  primaryShade: { light: 6, dark: 5 },
  colors: { accent, dark },
  defaultRadius: "sm",
  fontFamily: 'Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "JetBrains Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.125rem" },
  headings: { fontWeight: "600" },
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    // A menu has nothing but its items; the focus goes to the first of them.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    // The page has one banner, and it is not the head of a dialog.
    ModalHeader: { defaultProps: { component: "div" } },
    DrawerHeader: { defaultProps: { component: "div" } },
    // The list scrolls itself: a box within it would be no part of a list.
    Select: { defaultProps: { withScrollArea: false }, classNames: { options: classes.options ?? "" } },
  },
});
