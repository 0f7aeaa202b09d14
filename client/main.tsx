import "./browser/no-eval.ts";
import "./ui/mantine.ts";
import "./ui/tokens.css";
import "./ui/base.css";
import { DirectionProvider, MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import { App, AppFailed } from "./App.tsx";
import { keepFocus } from "./browser/keep-focus.ts";
import { chosenRegion, onRegion } from "./browser/region.ts";
import { startSearch } from "./saved/use-saved.ts";
import { loadList } from "./table/list-parts.tsx";
import { Boundary } from "./ui/Boundary.tsx";
import { loadPartsWhenIdle } from "./ui/lazy-part.tsx";
import { shareStyleNonce, styleNonce } from "./ui/nonce.ts";
import { theme } from "./ui/theme.ts";
import { useLanguage } from "./ui/use-language.ts";
import { openStart } from "./view/use-view.ts";
import { loadLanguage, preferredLanguage } from "./words/words.ts";

/**
 * Nothing is asked again behind a person's back: what is on the screen is of one moment, until Refresh. The server is
 * often this very machine, so requests go out also while the browser counts as offline.
 */
const client = new QueryClient({
  defaultOptions: {
    queries: { retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: "always" },
  },
});

/** Another language or region draws the whole page anew: its state is in the address and in the query cache. */
function InLanguage() {
  const [language, region] = [useLanguage(), useSyncExternalStore(onRegion, chosenRegion)];
  return (
    <Boundary key={`${language} ${JSON.stringify(region)}`} fallback={<AppFailed />}>
      <App />
    </Boundary>
  );
}

shareStyleNonce();
keepFocus();
// Beside the first paint, not before it: a translator begins with what is on the page. Without it, what a translator
// breaks is drawn anew by the boundaries.
void import("./browser/lost-texts.ts").then(
  ({ keepTexts }) => keepTexts(document.body),
  () => undefined,
);
const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root.");
// Beside the first questions to the server, which take longer.
loadList();
await loadLanguage(preferredLanguage());
const start = startSearch();
if (start !== undefined) openStart(start);
createRoot(root).render(
  <StrictMode>
    <DirectionProvider>
      <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
        <QueryClientProvider client={client}>
          <InLanguage />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  </StrictMode>,
);
loadPartsWhenIdle(() => client.isFetching() > 0 || client.getQueryCache().getAll().length === 0);
