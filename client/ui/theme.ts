import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** The one accent colour. Shade 6 on white and shade 4 on the dark body both pass 4.5:1 for text. */
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

/** Mantine, themed once: dense, calm, tabular figures. Components take their look from here and from CSS modules. */
export const theme = createTheme({
  primaryColor: "accent",
  autoContrast: true,
  primaryShade: { light: 6, dark: 4 },
  colors: { accent },
  defaultRadius: "sm",
  fontFamily: 'Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "JetBrains Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.125rem" },
  headings: { fontWeight: "600" },
  cursorType: "pointer",
});
