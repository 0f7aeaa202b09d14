import { useMediaQuery } from "@mantine/hooks";

/** Whether the conversation is a sheet over the list, which is not in use then; also in panel.module.css. */
export function useSheet(): boolean {
  return useMediaQuery("(max-width: 47.999em)", false, { getInitialValueInEffect: false });
}
