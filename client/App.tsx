import { Anchor, Center, Loader, Stack, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { accountQuery, metadataQuery } from "./api/account.ts";
import { hasFailed } from "./api/async.ts";
import { failureText } from "./api/errors.ts";
import { useFreshAccount } from "./api/fresh-account.ts";
import { useRateLimitWords } from "./api/rate-limit-words.ts";
import { retryAll, useRetryFailed } from "./api/retry-failed.ts";
import { Dashboard } from "./dashboard/Dashboard.tsx";
import { ReloadButton } from "./ui/Boundary.tsx";
import { FullPageState } from "./ui/FullPageState.tsx";
import { t } from "./words/words.ts";

function Opening() {
  const held = useRateLimitWords();
  return (
    <Center h="100%" component="main">
      {held === undefined ? <Loader /> : <p role="status">{held}</p>}
      <VisuallyHidden>{t("shell.opening")}</VisuallyHidden>
    </Center>
  );
}

/** What stands on the screen when the dashboard itself broke. */
export function AppFailed() {
  return (
    <FullPageState title={t("shell.broken.page")}>
      <Stack align="center" gap="sm">
        {t("shell.broken.advice")}
        <ReloadButton />
        <Anchor href="/?">{t("shell.broken.afresh")}</Anchor>
      </Stack>
    </FullPageState>
  );
}

/** Asks which account this is and what its fields are; everything else needs both. */
export function App() {
  const account = useQuery(accountQuery);
  const metadata = useQuery(metadataQuery);
  useFreshAccount(account.data?.known);
  useRetryFailed(account.data?.known);
  // What is on the screen stays when the account is asked for again in vain.
  const failed = [account, metadata].find(hasFailed);
  if (failed) {
    const { title, advice } = failureText(failed.error, { isOfView: false });
    return (
      <FullPageState title={title} onRetry={retryAll}>
        {advice}
      </FullPageState>
    );
  }
  if (!account.data || !metadata.data) return <Opening />;
  if (metadata.data.cubes.every((cube) => cube.dimensions.length === 0))
    return (
      <FullPageState title={t("shell.empty.title")} onRetry={() => void metadata.refetch()}>
        {t("shell.empty.advice")}
      </FullPageState>
    );
  return <Dashboard account={account.data} metadata={metadata.data} />;
}
